/**
 * The written form of a segment: text in which `⟨1⟩…⟨/1⟩` stands for a mark around words and
 * `⟨2/⟩` for something between them. A `⟨` of the text itself is written twice.
 */
export type CodeToken =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'open' | 'close' | 'lone'; readonly id: number };

const TOKEN = /⟨⟨|⟨(\/?)([1-9]\d{0,5})(\/?)⟩/g;

export function textInCodeText(text: string): string {
  return text.replaceAll('⟨', '⟨⟨');
}

export function codeInCodeText(type: 'open' | 'close' | 'lone', id: number): string {
  return `⟨${type === 'close' ? '/' : ''}${String(id)}${type === 'lone' ? '/' : ''}⟩`;
}

/** A `⟨` that begins neither a placeholder nor a doubled one is taken as text. */
export function codeTokens(codeText: string): CodeToken[] {
  const tokens: CodeToken[] = [];
  let pending = '';
  let from = 0;
  for (const match of codeText.matchAll(TOKEN)) {
    const [whole, closes, digits, lone] = match;
    if (closes === '/' && lone === '/') continue;
    pending += codeText.slice(from, match.index);
    from = match.index + whole.length;
    if (digits === undefined) {
      pending += '⟨';
      continue;
    }
    if (pending !== '') tokens.push({ type: 'text', text: pending });
    pending = '';
    const type = closes === '/' ? 'close' : lone === '/' ? 'lone' : 'open';
    tokens.push({ type, id: Number(digits) });
  }
  pending += codeText.slice(from);
  if (pending !== '') tokens.push({ type: 'text', text: pending });
  return tokens;
}

/** What a reader would see: no placeholders, nothing doubled; a lone one becomes a space. */
export function plainText(codeText: string): string {
  return codeTokens(codeText)
    .map((token) => (token.type === 'text' ? token.text : token.type === 'lone' ? ' ' : ''))
    .join('');
}
