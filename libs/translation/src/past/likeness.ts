import type { Anchor } from './anchors.js';

/** Chance alone must not seem to be evidence where there are few texts. */
const LEAST_COUNT = 0.5;
const MOST_SHARE = 0.9;
/** What is likelier to be kept than this counts a little even if the other list knows it nowhere. */
const SELDOM_LOST = 0.7;
const UNKNOWN = 0.5;
/** What anchors that find no counterpart can say at most against a text. */
const MOST_MISSING = 3;
/** A key of more texts than this, and of a tenth of all, tells little and would fill the memory. */
const COMMON = { texts: 50, share: 0.1 };

type Places = ReadonlyMap<string, readonly number[]>;

/**
 * What the anchors say about which texts of two lists belong together, as differences of log
 * likelihood: for what two texts have in common, and against a text for what it has and the
 * other list has, too, but elsewhere. Names that the other list does not know say nothing.
 */
export class Likeness {
  private readonly gains: readonly (ReadonlyMap<number, number> | undefined)[];
  private readonly losses: { readonly source: Float64Array; readonly target: Float64Array };

  constructor(source: readonly (readonly Anchor[])[], target: readonly (readonly Anchor[])[]) {
    const [inSource, inTarget] = [placesOf(source), placesOf(target)];
    this.losses = {
      source: losses(source, inTarget, target),
      target: losses(target, inSource, source),
    };
    this.gains = source.map((anchors) => {
      const gains = new Map<number, number>();
      for (const { key, kept } of anchors) {
        const places = inTarget.get(key) ?? [];
        const here = shareOf(inSource.get(key)?.length ?? 0, source.length);
        const there = shareOf(places.length, target.length);
        if (isCommon(places, target)) continue;
        // What is there takes back what both would lose if it were not.
        const gain = Math.max(0, Math.log(kept / there)) + lossOf(kept, here) + lossOf(kept, there);
        for (const place of places) gains.set(place, (gains.get(place) ?? 0) + gain);
      }
      return gains.size > 0 ? gains : undefined;
    });
  }

  gain(source: number, target: number): number {
    return this.gains[source]?.get(target) ?? 0;
  }

  loss(side: 'source' | 'target', at: number): number {
    return this.losses[side][at] ?? 0;
  }
}

function placesOf(texts: readonly (readonly Anchor[])[]): Places {
  const places = new Map<string, number[]>();
  texts.forEach((anchors, at) => {
    for (const { key } of anchors) {
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
  });
  return places;
}

function losses(
  texts: readonly (readonly Anchor[])[],
  elsewhere: Places,
  others: readonly unknown[],
): Float64Array {
  return Float64Array.from(texts, (anchors) => {
    let loss = 0;
    for (const { key, kept } of anchors) {
      const places = elsewhere.get(key) ?? [];
      if (isCommon(places, others)) continue;
      const weight = places.length > 0 ? 1 : kept >= SELDOM_LOST ? UNKNOWN : 0;
      loss += weight * lossOf(kept, shareOf(places.length, others.length));
    }
    return Math.min(loss, MOST_MISSING);
  });
}

const isCommon = (places: readonly number[], texts: readonly unknown[]): boolean =>
  places.length > COMMON.texts && places.length > texts.length * COMMON.share;

const shareOf = (count: number, all: number): number =>
  Math.min((count + LEAST_COUNT) / (all + 2 * LEAST_COUNT), MOST_SHARE);

/** What it costs that something likely to be kept is not there. */
const lossOf = (kept: number, share: number): number =>
  Math.max(0, Math.log((1 - share) / (1 - kept)));
