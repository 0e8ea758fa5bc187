const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The beginning of a text in one line, at most `most` characters as readers count them. */
export function excerpt(text: string, most = 240): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const cut: string[] = [];
  for (const { segment } of graphemes.segment(line.slice(0, most * 8))) {
    if (cut.length === most) return `${cut.join('').trimEnd()}…`;
    cut.push(segment);
  }
  return cut.join('');
}
