export { adapt } from './adapt.js';
export type { Adapted, Replacement } from './adapt.js';
export { difference } from './difference.js';
export type { Run } from './difference.js';
export { MemoryIndex } from './memory-index.js';
export type { Found, IndexedUnit, LookUp, Match } from './memory-index.js';
export { holdsPhrase } from './phrase.js';
export { score } from './score.js';
