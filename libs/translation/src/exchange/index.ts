/** Exchange formats: pure readers and writers, each the other's reverse for our own files. */
export { readGlossaryCsv, writeGlossaryCsv } from './csv/glossary-csv.js';
export { detectFormat, glossaryFormats, translationFormats } from './detect-format.js';
export type { ExchangeFormat, GlossaryFormat, TranslationFormat } from './detect-format.js';
export type {
  ExchangeFile,
  ExchangeInline,
  ExchangeMatch,
  ExchangeNote,
  ExchangeState,
  ExchangeTerm,
  ExchangeUnit,
  ReadUnit,
} from './exchange-file.js';
export type {
  GlossaryFileConcept,
  GlossaryFileTerm,
  GlossaryReading,
  ReadConcept,
} from './glossary-file.js';
export type { MemoryEntry, MemoryFile, MemoryReading } from './memory-file.js';
export { exchangeCodes, ExchangeRefused } from './problem.js';
export type { ExchangeCode, ExchangeProblem } from './problem.js';
export { readAll, readGently } from './read-result.js';
export type { ReadResult } from './read-result.js';
export { readTbx } from './tbx/read-tbx.js';
export { writeMartif, writeTbx } from './tbx/write-tbx.js';
export { readTmx } from './tmx/read-tmx.js';
export { writeOmegatTmx } from './tmx/write-omegat-tmx.js';
export { writeTmx } from './tmx/write-tmx.js';
export { piecesIn } from './xml/decode-text.js';
export { readXliff1 } from './xliff-1/read-xliff-1.js';
export { writeXliff1 } from './xliff-1/write-xliff-1.js';
export { readXliff2 } from './xliff-2/read-xliff-2.js';
export { writeXliff2 } from './xliff-2/write-xliff-2.js';
