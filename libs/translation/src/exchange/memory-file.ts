import type { ExchangeInline, ExchangeNote } from './exchange-file.js';
import type { ExchangeProblem } from './problem.js';

/** One text in the languages in which a memory has it. */
export interface MemoryEntry {
  readonly id: string;
  readonly line: number;
  /** As the file writes the language, in the written form of segments. */
  readonly texts: readonly { readonly language: string; readonly text: string }[];
  readonly codes: readonly ExchangeInline[];
  readonly notes: readonly ExchangeNote[];
  /** Anything else that the file says of it: `x-state`, a project, a client. */
  readonly properties: readonly { readonly type: string; readonly value: string }[];
  /** When it was changed last, as the file writes it (`20200523T103000Z`); '' when not known. */
  readonly changed: string;
}

export interface MemoryFile {
  /** '*all*' when any language may be the source. */
  readonly sourceLanguage: string;
  readonly entries: readonly MemoryEntry[];
}

export interface MemoryReading {
  readonly file: MemoryFile;
  readonly problems: readonly ExchangeProblem[];
}
