import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WritingFinding, WritingLine } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { checkWriting, Speller } from '@desk/writing';
import type { Figure } from '../bench/figures.js';
import { share } from './rates.js';

/** Findings in sound news: each is taken for a false alarm, also where it is right. */
const mostAlarms = { vi: 0.001, en: 0.002, km: 0.001 } as const;
const leastFound = { vi: 0.6, en: 0.85 } as const;

export async function writingFigures(): Promise<Figure[]> {
  const speller = new Speller();
  try {
    const figures: Figure[] = [];
    for (const language of ['vi', 'en', 'km'] as const) {
      const articles = articlesIn(language);
      const words = wordsOf(articles.flat());
      const findings = await findingsIn(articles, language, speller);
      if (process.env.WRITING_LIST) list(language, findings);
      figures.push(
        share(`findings in sound news, words, ${language}`, [findings.length, words.length], {
          most: mostAlarms[language],
        }),
      );
      if (language !== 'km') {
        figures.push(
          share(
            `letters swapped or doubled found, ${language}`,
            await planted(articles, language, speller),
            {
              least: leastFound[language],
            },
          ),
        );
      }
    }
    return figures;
  } finally {
    await speller.close();
  }
}

/** `WRITING_LIST=1` prints each finding, to be judged one by one. */
function list(language: Language, findings: readonly WritingFinding[]): void {
  for (const { kind, words, corrections } of findings) {
    process.stderr.write(`${language}\t${kind}\t${words}\t${corrections[0] ?? ''}\n`);
  }
}

/** Whole news articles of the test data, each a list of its sentences. */
function articlesIn(language: Language): WritingLine[][] {
  const file = join(process.cwd(), 'test/data/ntrex/ntrex-news.tsv');
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const column = { en: 1, vi: 2, km: 3 }[language];
  const byArticle = new Map<string, WritingLine[]>();
  for (const row of rows) {
    const cells = row.split('\t');
    const lines = byArticle.get(cells[0] ?? '') ?? [];
    lines.push({ path: `body/${lines.length}`, words: (cells[column] ?? '').normalize('NFC') });
    byArticle.set(cells[0] ?? '', lines);
  }
  return [...byArticle.values()];
}

const wordsOf = (lines: readonly WritingLine[]): string[] =>
  lines.flatMap(({ words }) => words.split(/\s+/u));

async function findingsIn(
  articles: readonly WritingLine[][],
  language: Language,
  speller: Speller,
): Promise<WritingFinding[]> {
  const rules = { language, tonePlace: null, ownWords: [] };
  const all: WritingFinding[] = [];
  for (const lines of articles) all.push(...(await checkWriting(lines, rules, speller)).findings);
  return all;
}

/** Every tenth sentence with two letters of a small word swapped, or one doubled. */
async function planted(
  articles: readonly WritingLine[][],
  language: Language,
  speller: Speller,
): Promise<[number, number]> {
  const tenth = articles.flat().filter((_, at) => at % 10 === 0);
  let [found, all] = [0, 0];
  for (const [at, line] of tenth.entries()) {
    const word = /(?<=\p{Ll} )\p{Ll}{4,}(?= \p{Ll})/u.exec(line.words);
    if (!word) continue;
    const [letters] = word;
    const slip =
      at % 2 === 0
        ? letters.slice(0, 1) + letters.charAt(2) + letters.charAt(1) + letters.slice(3)
        : letters.slice(0, 2) + letters.slice(1);
    if (slip === letters) continue;
    const words =
      line.words.slice(0, word.index) + slip + line.words.slice(word.index + letters.length);
    const { findings } = await checkWriting(
      [{ ...line, words }],
      { language, tonePlace: null, ownWords: [] },
      speller,
    );
    all += 1;
    if (findings.some(({ from }) => from === word.index)) found += 1;
  }
  return [found, all];
}
