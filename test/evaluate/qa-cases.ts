import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type CheckName,
  checkSegment,
  type Finding,
} from '../../libs/translation/src/checks/index.js';

/** Pairs of real news with at most one planted defect; see test/data/qa-cases/SOURCE.md. */
const caseSchema = z.object({
  id: z.int(),
  src_lang: z.enum(['vi', 'en']),
  tgt_lang: z.enum(['vi', 'en', 'km']),
  kind: z.string(),
  source: z.string(),
  target: z.string(),
});
export type QaCase = z.infer<typeof caseSchema>;

export function qaCases(): QaCase[] {
  const file = join(process.cwd(), 'test/data/qa-cases/cases.jsonl');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => caseSchema.parse(JSON.parse(line)));
}

/** The checks that answer for each kind of planted defect. */
export const checksFor: Readonly<Record<string, readonly CheckName[]>> = {
  'bracket-lost': ['brackets'],
  'date-changed': ['dates'],
  'document-number-changed': ['document_numbers'],
  'double-space': ['spaces'],
  empty: ['empty'],
  'not-nfc': ['unicode'],
  'number-changed': ['numbers', 'dates'],
  'number-dropped': ['numbers', 'dates'],
  'number-format-value-changed': ['numbers'],
  'quote-lost': ['quotes'],
  'tag-lost': ['markup', 'codes'],
  'tag-unclosed': ['markup', 'codes'],
  'terminal-punctuation': ['end_mark'],
  truncated: ['length_ratio'],
  untranslated: ['untranslated'],
  'url-changed': ['links'],
  'vietnamese-left-in-khmer': ['foreign_letters'],
};

/** Findings that a reviewer would see. */
export const alarms = (one: QaCase): Finding[] =>
  checkSegment({
    source: one.source,
    target: one.target,
    sourceLanguage: one.src_lang,
    targetLanguage: one.tgt_lang,
  }).filter(({ severity }) => severity !== 'note');
