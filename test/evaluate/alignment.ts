import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, sentences } from '@desk/languages';
import {
  alignArticles,
  type Block,
  blocksOfHtml,
  blocksOfText,
  type PastAlignment,
} from '../../libs/translation/src/past/index.js';
import type { Figure } from '../bench/figures.js';
import { testLanguages } from '../bench/sentence-scores.js';

type Pair = readonly [Language, Language];
export const pairs: readonly Pair[] = [
  ['en', 'vi'],
  ['en', 'km'],
  ['vi', 'km'],
];
const GOAL = 0.95;

/** What belongs together, as positions in the gold texts of both sides. */
type Links = ReadonlySet<string>;

/** Two texts, each in gold pieces, and which pieces belong together. */
export interface Gold {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly links: Links;
}

export interface Scores {
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
}

export const f1 = ({ right, found, wanted }: Scores): number => (2 * right) / (found + wanted);

/** Which gold pieces the aligner put together, against those that belong together. */
export function score(gold: Gold, alignment: PastAlignment): Scores {
  const [from, to] = [new Pieces(gold.source), new Pieces(gold.target)];
  const found = new Set<string>();
  for (const { source, target } of alignment.pairs) {
    const [ours, theirs] = [from.next(source), to.next(target)];
    for (const one of ours) for (const other of theirs) found.add(`${one} ${other}`);
  }
  const right = [...found].filter((link) => gold.links.has(link)).length;
  return { right, found: found.size, wanted: gold.links.size };
}

export const sum = (all: readonly Scores[]): Scores => ({
  right: all.reduce((total, { right }) => total + right, 0),
  found: all.reduce((total, { found }) => total + found, 0),
  wanted: all.reduce((total, { wanted }) => total + wanted, 0),
});

/** Tells which gold pieces a text of the aligner covers; asked in the order of the document. */
class Pieces {
  private readonly text: string;
  private readonly ends: number[] = [];
  private at = 0;

  constructor(pieces: readonly string[]) {
    let text = '';
    for (const piece of pieces) {
      text += visible(piece);
      this.ends.push(text.length);
    }
    this.text = text;
  }

  next(part: string): number[] {
    const wanted = visible(part);
    const from = this.text.indexOf(wanted, this.at);
    if (from < 0) throw new Error(`the aligner made up a text: ${part}`);
    this.at = from + wanted.length;
    return [...this.ends.keys()].filter(
      (piece) => (this.ends[piece] ?? 0) > from && (this.ends[piece - 1] ?? 0) < this.at,
    );
  }
}

const visible = (text: string): string => text.normalize('NFC').replace(/[\s\u200B]+/g, '');

/** The documents of NTREX, line by line. */
export function newsDocuments([from, to]: Pair): Gold[] {
  const file = join(process.cwd(), 'test/data/ntrex/ntrex-news.tsv');
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const documents = new Map<string, { source: string[]; target: string[] }>();
  for (const row of rows) {
    const cells = row.split('\t');
    const document = documents.get(cells[0] ?? '') ?? { source: [], target: [] };
    documents.set(cells[0] ?? '', document);
    document.source.push(cells[testLanguages.indexOf(from) + 1] ?? '');
    document.target.push(cells[testLanguages.indexOf(to) + 1] ?? '');
  }
  return [...documents.values()].map(({ source, target }) => ({
    source,
    target,
    links: new Set(source.map((_, line) => `${line} ${line}`)),
  }));
}

const ENDED = /[.!?…។៕]["'”’»)\]\s\u200B]*$/;

/** Lines joined to paragraphs: after a line without an end mark, such as a headline, a new one begins. */
const paragraphs = (lines: readonly string[]): Block[] =>
  blocksOfText(lines.map((line) => line + (ENDED.test(line) ? ' ' : '\n')).join(''));

/**
 * The lines of a document joined to one text without any break. `glued`: a line without an end
 * mark runs on into the next one, no rule can part them; both together count as one then.
 */
export function oneLineScores(pair: Pair, glued: boolean): Scores {
  return sum(
    newsDocuments(pair).map((gold) => {
      const blocks = (lines: readonly string[]) => blocksOfText(lines.join(' '));
      const found = alignArticles(
        { language: pair[0], blocks: blocks(gold.source) },
        { language: pair[1], blocks: blocks(gold.target) },
      );
      return score(glued ? withoutRunOns(gold) : gold, found);
    }),
  );
}

function withoutRunOns({ source, target }: Gold): Gold {
  const [ours, theirs]: [string[], string[]] = [[], []];
  let runsOn = false;
  source.forEach((line, at) => {
    const other = target[at] ?? '';
    if (runsOn) {
      ours.push(`${ours.pop() ?? ''} ${line}`);
      theirs.push(`${theirs.pop() ?? ''} ${other}`);
    } else {
      ours.push(line);
      theirs.push(other);
    }
    runsOn = !ENDED.test(line) || !ENDED.test(other);
  });
  return { source: ours, target: theirs, links: new Set(ours.map((_, at) => `${at} ${at}`)) };
}

export function newsScores(pair: Pair): Scores {
  return sum(
    newsDocuments(pair).map((gold) =>
      score(
        gold,
        alignArticles(
          { language: pair[0], blocks: paragraphs(gold.source) },
          { language: pair[1], blocks: paragraphs(gold.target) },
        ),
      ),
    ),
  );
}

const codes: Readonly<Record<Language, string>> = { en: 'eng', vi: 'vie', km: 'khm' };

export const declaration = (language: Language): Block[] =>
  blocksOfHtml(readFileSync(join(process.cwd(), `test/data/udhr/${codes[language]}.html`), 'utf8'));

/**
 * The blocks of the Universal Declaration by the English ones. Vietnamese begins the preamble
 * with one "Whereas" for all; both translations say "Now, therefore, the General Assembly" at once.
 */
const inEnglish: Readonly<Record<Language, (block: number) => readonly number[]>> = {
  en: (block) => [block],
  vi: (block) =>
    block < 2 || block > 10
      ? [block]
      : block === 2 || block === 3
        ? [2]
        : block === 10
          ? [9, 10]
          : [block - 1],
  km: (block) => (block < 9 ? [block] : block === 9 ? [9, 10] : [block + 1]),
};

export function declarationScores([from, to]: Pair): Scores {
  const [source, target] = [declaration(from), declaration(to)];
  const blocks = (language: Language, all: readonly Block[]): Piece[] =>
    all.map(({ text }, at) => ({ text, says: inEnglish[language](at).map(String) }));
  return pieceScores([from, to], blocks(from, source), blocks(to, target));
}

/**
 * The same by sentences. A reader found that sentences of blocks that belong together follow each
 * other one by one; where there are more in a translation, the last one was divided.
 */
export function declarationSentenceScores([from, to]: Pair): Scores {
  const english = declaration('en').map(({ text }) => sentences(text, 'en').length);
  const pieces = (language: Language): Piece[] =>
    declaration(language).flatMap(({ text }, at) =>
      sentences(text, language).map((sentence, number) => ({
        text: sentence,
        says: inEnglish[language](at).map(
          (block) => `${block}/${Math.min(number, (english[block] ?? 1) - 1)}`,
        ),
      })),
    );
  return pieceScores([from, to], pieces(from), pieces(to));
}

/** A piece of a translation and the pieces of the English text that it says. */
interface Piece {
  readonly text: string;
  readonly says: readonly string[];
}

function pieceScores([from, to]: Pair, ours: readonly Piece[], theirs: readonly Piece[]): Scores {
  const links = new Set<string>();
  ours.forEach((one, at) => {
    theirs.forEach((other, place) => {
      if (one.says.some((said) => other.says.includes(said))) links.add(`${at} ${place}`);
    });
  });
  const gold = {
    source: ours.map(({ text }) => text),
    target: theirs.map(({ text }) => text),
    links,
  };
  const alignment = alignArticles(
    { language: from, blocks: declaration(from) },
    { language: to, blocks: declaration(to) },
  );
  return score(gold, alignment);
}

const figure = (what: string, scores: Scores): Figure => ({
  what,
  measured: f1(scores).toFixed(3),
  baseline: `precision ${(scores.right / scores.found).toFixed(3)}, recall ${(scores.right / scores.wanted).toFixed(3)}`,
  ratio: '',
  goal: `at least ${GOAL} ${f1(scores) >= GOAL ? '✓' : '✗'}`,
});

/** Alignment of texts that were published before: which lines or blocks were put together. */
export async function alignmentFigures(): Promise<Figure[]> {
  return pairs.flatMap((pair) => [
    figure(
      `alignment of the Universal Declaration, ${pair.join('-')}: F1`,
      declarationScores(pair),
    ),
    figure(`alignment of its sentences, ${pair.join('-')}: F1`, declarationSentenceScores(pair)),
    figure(`alignment of news in paragraphs, ${pair.join('-')}: F1`, newsScores(pair)),
    {
      ...figure(
        `alignment of news in one line, ${pair.join('-')}: F1, run-on headlines as one`,
        oneLineScores(pair, true),
      ),
      baseline: `${f1(oneLineScores(pair, false)).toFixed(3)} by lines`,
    },
  ]);
}
