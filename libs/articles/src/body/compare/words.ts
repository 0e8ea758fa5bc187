import type { Language } from '@desk/languages';

/** `Intl.Segmenter` is far worse than linear over long texts, so it never sees a longer one. */
const PIECE_LENGTH = 1_000;
const segmenters = new Map<Language, Intl.Segmenter>();

/**
 * Words, spaces and marks; joined they are the text. No token begins inside a cluster: a
 * combining sign, a Khmer subscript or a joiner stays with what it follows.
 */
export function words(text: string, language: Language): string[] {
  const segmenter =
    segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  const tokens: string[] = [];
  for (const piece of pieces(text)) {
    for (const { segment } of segmenter.segment(piece)) {
      const last = tokens.at(-1);
      if (last !== undefined && isOneCluster(last, segment))
        tokens[tokens.length - 1] = last + segment;
      else tokens.push(segment);
    }
  }
  return tokens;
}

/** Cuts at a space where there is one, else never inside a cluster unless that is longer than a piece. */
function pieces(text: string): string[] {
  const out: string[] = [];
  let from = 0;
  while (text.length - from > PIECE_LENGTH) {
    const space = text.lastIndexOf(' ', from + PIECE_LENGTH - 1);
    let to = space > from + PIECE_LENGTH / 2 ? space + 1 : from + PIECE_LENGTH;
    while (
      to > from + PIECE_LENGTH / 2 &&
      isOneCluster(text.slice(to - 1, to), text.slice(to, to + 2))
    ) {
      to -= 1;
    }
    out.push(text.slice(from, to));
    from = to;
  }
  out.push(text.slice(from));
  return out;
}

function isOneCluster(before: string, after: string): boolean {
  return (
    /^(?:\p{M}|\u200c|\u200d|[\udc00-\udfff])/u.test(after) ||
    /(?:\u17d2|\u200d|[\ud800-\udbff])$/u.test(before)
  );
}
