export { SourceChangePart } from './source-change.part.js';
export { settledSignificance, weighChange } from './weigh-change.js';
export type { WeighedSegment, Weight } from './weigh-change.js';
