export { TranslationAnalysis } from './analysis/index.js';
export {
  Concepts,
  findTerms,
  Proposals,
  starterConcepts,
  termIndex,
  TermLookup,
  termStatuses,
} from './glossary/index.js';
export type {
  GlossaryTerm,
  StarterConcept,
  TermHit,
  TermIndex,
  TermStatus,
} from './glossary/index.js';
export { checkNames, checkSegment, defaultSettings, findingKey } from './checks/index.js';
export type { Finding, SegmentPair } from './checks/index.js';
export {
  BadEngineSettings,
  dueSuggestions,
  Engines,
  EnginesModule,
  forgetOldAnswers,
  MachineTranslation,
  Suggestions,
} from './engines/index.js';
export type { EngineSettings, SuggestionsSeen } from './engines/index.js';
export { dueFiles, FileReadings, forgetFileReadings } from './file-readings/index.js';
export { DismissedFindings } from './findings/index.js';
export type { FindingCounts, KnownFinding } from './findings/index.js';
export {
  MemoryFiles,
  MemoryImports,
  MemoryLookUp,
  MemorySearches,
  MemoryUnits,
  MemoryWarmUp,
} from './memory/index.js';
export { exactMatches, remember } from './memory.queries.js';
export { PastAlignmentsMaker } from './past/past-alignments.service.js';
export { Preparation } from './preparation.service.js';
export type { Prepared } from './preparation.service.js';
export { SegmentLayouts } from './segment-layouts.service.js';
export type { Cut, LaidOut } from './segment-layouts.service.js';
export { SentenceRules } from './sentence-rules/index.js';
export { Segments } from './segments.service.js';
export type { SavedSegment, SegmentSheet, SegmentText, SheetSegment } from './segments.service.js';
export { segmentSchema } from './segment.js';
export type { StoredSegment } from './segment.js';
export { preparedRevision, progressOf, segmentsOf } from './segments.queries.js';
export { TextSoFar } from './text-so-far.service.js';
export { TranslationModule } from './translation.module.js';
export {
  detectFormat,
  exchangeCodes,
  ExchangeRefused,
  glossaryFormats,
  readAll,
  readGlossaryCsv,
  readTbx,
  readTmx,
  readXliff1,
  readXliff2,
  translationFormats,
  writeGlossaryCsv,
  writeMartif,
  writeTbx,
  writeTmx,
  writeXliff1,
  writeXliff2,
} from './exchange/index.js';
export type {
  ExchangeFile,
  ExchangeFormat,
  ExchangeProblem,
  ExchangeUnit,
  GlossaryFileConcept,
  GlossaryFormat,
  MemoryEntry,
  TranslationFormat,
} from './exchange/index.js';
export { GlossaryFiles } from './glossary/index.js';
export { TaskExports, TaskImports } from './task-files/index.js';
export type { TaskExport, UntoldPreview } from './task-files/index.js';
