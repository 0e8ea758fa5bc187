import type { TermStatus } from './exchange-file.js';
import type { ExchangeProblem } from './problem.js';

/** A term as a glossary file says it; its language as the file writes it. */
export interface GlossaryFileTerm {
  readonly language: string;
  readonly term: string;
  readonly status: TermStatus;
  readonly note: string;
}

export interface GlossaryFileConcept {
  readonly id: string;
  readonly domain: string;
  readonly definition: string;
  readonly note: string;
  readonly source: string;
  readonly terms: readonly GlossaryFileTerm[];
}

export interface ReadConcept extends GlossaryFileConcept {
  readonly line: number;
}

export interface GlossaryReading {
  readonly concepts: readonly ReadConcept[];
  readonly problems: readonly ExchangeProblem[];
}
