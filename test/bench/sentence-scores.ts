import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The languages of the test data, in the order of its columns. */
export const testLanguages = ['en', 'vi', 'km'] as const;
export type TestLanguage = (typeof testLanguages)[number];
export type Splitter = (text: string, language: TestLanguage) => string[];

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const data = join(process.cwd(), 'test/data');
const ENDED = /[.!?…។៕]["'”’»)\]\s\u200B]*$/;

/** NTREX documents as paragraphs of known sentences; a headline without an end mark ends one. */
export function newsParagraphs(language: TestLanguage): string[][] {
  const [, ...rows] = readFileSync(join(data, 'ntrex/ntrex-news.tsv'), 'utf8').trim().split('\n');
  const column = testLanguages.indexOf(language) + 1;
  const paragraphs: string[][] = [];
  let document = '';
  let ended = false;
  for (const row of rows) {
    const cells = row.split('\t');
    const line = trimmed(cells[column] ?? '');
    if (cells[0] !== document || !ended) paragraphs.push([]);
    paragraphs.at(-1)?.push(line);
    document = cells[0] ?? '';
    ended = ENDED.test(line);
  }
  return paragraphs;
}

/** Precision and recall of the boundaries inside paragraphs whose sentences are joined by `glue`. */
export function boundaryScores(
  paragraphs: readonly string[][],
  language: TestLanguage,
  split: Splitter,
  glue = ' ',
): Scores {
  let [right, found, wanted] = [0, 0, 0];
  for (const lines of paragraphs) {
    const gold = ends(lines);
    const got = ends(split(lines.join(glue), language));
    right += [...got].filter((place) => gold.has(place)).length;
    found += got.size;
    wanted += gold.size;
  }
  const [precision, recall] = [right / found, right / wanted];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** Boundaries as counts of the visible characters before them, the paragraph's own end left out. */
function ends(pieces: readonly string[]): Set<number> {
  const places = new Set<number>();
  let length = 0;
  for (const piece of pieces) {
    length += piece.replace(/[\s\u200B]+/g, '').length;
    places.add(length);
  }
  places.delete(length);
  return places;
}

export interface SentenceCase {
  readonly lang: TestLanguage;
  readonly note: string;
  readonly text: string;
  readonly segments: readonly string[];
}

export function sentenceCases(): SentenceCase[] {
  const lines = readFileSync(join(data, 'segmentation-cases/cases.jsonl'), 'utf8').trim();
  return lines.split('\n').map((line): SentenceCase => JSON.parse(line));
}

export function caseHolds(one: SentenceCase, split: Splitter): boolean {
  const got = split(one.text, one.lang).map(trimmed);
  return JSON.stringify(got) === JSON.stringify(one.segments.map(trimmed));
}

/** Without white space and zero-width spaces at the ends. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u200B]+|[\s\u200B]+$/g, '');
}
