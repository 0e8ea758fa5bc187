export { DismissedFindings } from './dismissals.service.js';
export { Findings } from './findings.service.js';
export { countsOf } from './known-finding.js';
export type { FindingCounts, KnownFinding } from './known-finding.js';
