import type { Language } from '@desk/languages';
import {
  alignArticles,
  type PastAlignment,
  type PastArticle,
  type Range,
} from './align-articles.js';
import type { ConceptsIn } from './anchors.js';

/** An alignment of two of three articles, its confidences judged by the way over the third. */
export interface JudgedAlignment extends PastAlignment {
  readonly sourceLanguage: Language;
  readonly targetLanguage: Language;
  /** How many pairs the third language agrees with, and how many it contradicts. */
  readonly agreed: number;
  readonly contradicted: number;
}

type Verdict = 'same' | 'touching' | 'elsewhere' | 'unknown';
const STAYS_IN_DOUBT = 0.5;
const IF_TOUCHING = 0.85;
const IF_ELSEWHERE = 0.4;

/**
 * Aligns each two of the articles. Where the way over the third language ends at the same
 * sentences, a pair is surer; where it ends elsewhere, one of the three alignments is wrong.
 */
export function alignThree(
  articles: readonly [PastArticle, PastArticle, PastArticle],
  concepts?: ConceptsIn,
): JudgedAlignment[] {
  const [one, two, three] = articles;
  const direct = [
    { from: one, to: two, found: alignArticles(one, two, concepts) },
    { from: one, to: three, found: alignArticles(one, three, concepts) },
    { from: two, to: three, found: alignArticles(two, three, concepts) },
  ];
  const between = (from: PastArticle, to: PastArticle): readonly Step[] => {
    for (const side of direct) {
      if (side.from === from && side.to === to) return side.found.pairs.map(forth);
      if (side.from === to && side.to === from) return side.found.pairs.map(back);
    }
    return [];
  };
  return direct.map(({ from, to, found }) => {
    const third = articles.find((article) => article !== from && article !== to) ?? to;
    const [out, home] = [new Way(between(from, third)), new Way(between(third, to))];
    let [agreed, contradicted] = [0, 0];
    const pairs = found.pairs.map((pair) => {
      const via = out.follow(pair.sourceSentences);
      const verdict = compare(via && home.follow(via), pair.targetSentences);
      if (verdict === 'same') agreed += 1;
      if (verdict === 'elsewhere') contradicted += 1;
      return { ...pair, confidence: judged(pair.confidence, verdict) };
    });
    return {
      sourceLanguage: from.language,
      targetLanguage: to.language,
      pairs,
      unpaired: found.unpaired,
      agreed,
      contradicted,
    };
  });
}

interface Step {
  readonly from: Range;
  readonly to: Range;
}

type Ranges = Pick<PastAlignment['pairs'][number], 'sourceSentences' | 'targetSentences'>;
const forth = (pair: Ranges): Step => ({ from: pair.sourceSentences, to: pair.targetSentences });
const back = (pair: Ranges): Step => ({ from: pair.targetSentences, to: pair.sourceSentences });

/** Follows sentences of one article to another. */
class Way {
  private readonly stepOf = new Map<number, Step>();

  constructor(steps: readonly Step[]) {
    for (const step of steps) {
      for (let at = step.from[0]; at < step.from[1]; at += 1) this.stepOf.set(at, step);
    }
  }

  follow([from, to]: Range): Range | undefined {
    let [least, most] = [Infinity, -Infinity];
    for (let at = from; at < to; at += 1) {
      const step = this.stepOf.get(at);
      least = Math.min(least, step?.to[0] ?? Infinity);
      most = Math.max(most, step?.to[1] ?? -Infinity);
    }
    return least < most ? [least, most] : undefined;
  }
}

function compare(found: Range | undefined, wanted: Range): Verdict {
  if (found === undefined) return 'unknown';
  if (found[0] === wanted[0] && found[1] === wanted[1]) return 'same';
  return found[0] < wanted[1] && wanted[0] < found[1] ? 'touching' : 'elsewhere';
}

function judged(confidence: number, verdict: Verdict): number {
  switch (verdict) {
    case 'same':
      return 1 - (1 - confidence) * STAYS_IN_DOUBT;
    case 'touching':
      return confidence * IF_TOUCHING;
    case 'elsewhere':
      return confidence * IF_ELSEWHERE;
    case 'unknown':
      return confidence;
  }
}
