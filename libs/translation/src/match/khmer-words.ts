/** Segmenting takes more than linear time on long runs, so it works by pieces. */
const MAX_PIECE = 400;
const segmenter = new Intl.Segmenter('km', { granularity: 'word' });
/** The letters of a cluster are not torn apart where a long run is cut. */
const CLUSTER_END = /[\u1780-\u17B3](?!\u17D2|[\u17B4-\u17D3\u17DD])/;

/** The words of a run of Khmer letters, by ICU's dictionary. */
export function khmerWords(run: string): string[] {
  const words: string[] = [];
  for (let from = 0; from < run.length;) {
    let to = Math.min(run.length, from + MAX_PIECE);
    for (let back = to; to < run.length && back > from + MAX_PIECE / 2; back -= 1) {
      if (!CLUSTER_END.test(run.slice(back - 1, back + 1))) continue;
      to = back;
      break;
    }
    for (const { segment } of segmenter.segment(run.slice(from, to))) words.push(segment);
    from = to;
  }
  return words;
}
