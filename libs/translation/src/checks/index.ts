export { checkSegment, defaultSettings } from './check-segment.js';
export type { OtherSegment, PairTerms, SegmentPair, TermInText } from './checked-pair.js';
export { checkNames, findingKey } from './finding.js';
export type {
  CheckName,
  CheckSetting,
  CheckSettings,
  Finding,
  Fix,
  MessageParams,
  Severity,
  Side,
} from './finding.js';
