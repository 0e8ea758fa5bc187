import { type Language, sentences } from '@desk/languages';
import type { SegmentKind } from '../segments/index.js';
import { alignTexts, type Item, sentenceShapes, type Side } from './align-texts.js';
import { anchorReader, type AnchorReader, type ConceptsIn } from './anchors.js';
import type { Bead, BeadShape } from './best-path.js';
import type { Block } from './block.js';

/** One text in one language, cut into its blocks. */
export interface PastArticle {
  readonly language: Language;
  readonly blocks: readonly Block[];
}

/** Texts of two articles that say the same. */
export interface PastPair {
  readonly source: string;
  readonly target: string;
  readonly kind: SegmentKind;
  /** 0 to 1: how sure it is that they belong together. */
  readonly confidence: number;
  /** Which sentences of the articles they are: from (in) to (out). */
  readonly sourceSentences: Range;
  readonly targetSentences: Range;
}

export type Range = readonly [from: number, to: number];

/** What only one of the articles has. */
export interface Unpaired {
  readonly side: 'source' | 'target';
  readonly text: string;
}

export interface PastAlignment {
  readonly pairs: readonly PastPair[];
  readonly unpaired: readonly Unpaired[];
}

const blockShapes: readonly BeadShape[] = [
  ...sentenceShapes,
  { source: 1, target: 4, prior: 7 },
  { source: 4, target: 1, prior: 7 },
];
/** Where one side has this many times the blocks of the other, blocks say nothing about each other. */
const OTHER_CUT = 3;

/**
 * Pairs the sentences of an article with those of its translation: first their blocks, then the
 * sentences inside blocks that belong together.
 */
export function alignArticles(
  source: PastArticle,
  target: PastArticle,
  concepts?: ConceptsIn,
): PastAlignment {
  const pairs: PastPair[] = [];
  const unpaired: Unpaired[] = [];
  let [sourceAt, targetAt] = [0, 0];
  const anchorsOf = anchorReader(concepts);
  for (const bead of blockBeads(source, target, anchorsOf)) {
    const from = sideOf(source, bead.source);
    const to = sideOf(target, bead.target);
    for (const inner of alignTexts(from, to, sentenceShapes, anchorsOf)) {
      const [ours, theirs] = [from.items.slice(...inner.source), to.items.slice(...inner.target)];
      const [first] = ours;
      if (first && theirs.length > 0) {
        pairs.push({
          source: joined(ours),
          target: joined(theirs),
          kind: first.kind,
          confidence: bead.certainty * inner.certainty * inner.fit,
          sourceSentences: [sourceAt, sourceAt + ours.length],
          targetSentences: [targetAt, targetAt + theirs.length],
        });
      } else {
        for (const { text } of ours) unpaired.push({ side: 'source', text });
        for (const { text } of theirs) unpaired.push({ side: 'target', text });
      }
      sourceAt += ours.length;
      targetAt += theirs.length;
    }
  }
  return { pairs, unpaired };
}

/** Blocks that belong together; all with all where the articles were cut in quite other ways. */
function blockBeads(
  source: PastArticle,
  target: PastArticle,
  anchorsOf: AnchorReader,
): Pick<Bead, 'source' | 'target' | 'certainty'>[] {
  const [ours, theirs] = [source.blocks.length, target.blocks.length];
  const [fewer, more] = [Math.min(ours, theirs), Math.max(ours, theirs)];
  if (fewer <= 1 || fewer * OTHER_CUT <= more) {
    return [{ source: [0, ours], target: [0, theirs], certainty: 1 }];
  }
  return alignTexts(
    { items: source.blocks, language: source.language },
    { items: target.blocks, language: target.language },
    blockShapes,
    anchorsOf,
  );
}

const sideOf = ({ blocks, language }: PastArticle, range: Range): Side => ({
  language,
  items: blocks.slice(...range).flatMap(({ text, kind }) =>
    sentences(text, language)
      .map((sentence) => ({ kind, text: sentence.replace(/^[\s\u200B]+|[\s\u200B]+$/gu, '') }))
      .filter((sentence) => sentence.text !== ''),
  ),
});

const joined = (items: readonly Item[]): string => items.map(({ text }) => text).join(' ');
