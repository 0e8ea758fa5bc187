import { codeInCodeText, codeTokens, textInCodeText, type CodeToken } from '../segments/index.js';
import { escaped, unescaped } from './entities.js';

/** The elements that stand for codes in what is sent to an engine. */
export interface TagStyle {
  /** Around words: `<span id="1">…</span>`. */
  readonly pair: string;
  /** Between words, and for a half of a pair of which the other is in another segment. */
  readonly lone: string;
  /** XML closes what is empty, HTML does not. */
  readonly closesEmpty: boolean;
  /** The engine hands back `<` where `&lt;` was sent. */
  readonly answersUnescaped: boolean;
}

/** Words to be put into an element of the engine's own. */
export interface Wrapping {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly close: string;
}

/** A text in the written form of segments as marked-up text; `wrappings` in order, not overlapping. */
export function toTags(
  codeText: string,
  style: TagStyle,
  wrappings: readonly Wrapping[] = [],
): string {
  const tokens = codeTokens(codeText);
  const whole = wholePairs(tokens);
  let place = 0;
  return tokens
    .map((token) => {
      if (token.type === 'text') {
        const begin = place;
        place += token.text.length;
        return wrapped(token.text, begin, wrappings);
      }
      if (token.type === 'lone') place += 1;
      return tagOf(token, whole, style);
    })
    .join('');
}

/** The written form of marked-up text; null when it holds other tags, or ours out of order. */
export function fromTags(tagged: string, style: TagStyle): string | null {
  const text = (piece: string) => textInCodeText(style.answersUnescaped ? piece : unescaped(piece));
  const tag = new RegExp(`<(/?)(${style.pair}|${style.lone})(\\s[^<>]*|/?)>`, 'gi');
  const open: string[] = [];
  let from = 0;
  let result = '';
  for (const match of tagged.matchAll(tag)) {
    const [found, closes, element = '', attributes = ''] = match;
    const before = tagged.slice(from, match.index);
    if (!style.answersUnescaped && /<[a-z/!?]/i.test(before)) return null;
    result += text(before);
    from = match.index + found.length;
    const isPair = element.toLowerCase() === style.pair;
    if (closes === '/') {
      if (!isPair) continue;
      const id = open.pop();
      if (id === undefined) return null;
      result += codeInCodeText('close', Number(id));
      continue;
    }
    const [, id = '', half] =
      /\sid\s*=\s*["']?([1-9]\d{0,5})([oc]?)["']?[\s/]*$/.exec(attributes) ?? [];
    if (id === '') return null;
    if (isPair) open.push(id);
    result += codeInCodeText(
      isPair || half === 'o' ? 'open' : half === 'c' ? 'close' : 'lone',
      Number(id),
    );
  }
  const rest = tagged.slice(from);
  if (open.length > 0 || (!style.answersUnescaped && /<[a-z/!?]/i.test(rest))) return null;
  return result + text(rest);
}

/** The codes of which both halves are here, the opening one first. */
function wholePairs(tokens: readonly CodeToken[]): ReadonlySet<number> {
  const opened = new Set<number>();
  const whole = new Set<number>();
  for (const token of tokens) {
    if (token.type === 'open') opened.add(token.id);
    if (token.type === 'close' && opened.has(token.id)) whole.add(token.id);
  }
  return whole;
}

function tagOf(
  token: Exclude<CodeToken, { type: 'text' }>,
  whole: ReadonlySet<number>,
  { pair, lone, closesEmpty }: TagStyle,
): string {
  const empty = (id: string) => `<${lone} id="${id}"${closesEmpty ? '/' : ''}>`;
  if (token.type === 'lone') return empty(String(token.id));
  if (!whole.has(token.id)) return empty(`${token.id}${token.type === 'open' ? 'o' : 'c'}`);
  return token.type === 'open' ? `<${pair} id="${token.id}">` : `</${pair}>`;
}

/** Wraps what lies wholly in this piece; a term with a mark in its middle stays as it is. */
function wrapped(text: string, begin: number, wrappings: readonly Wrapping[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, open, close } of wrappings) {
    const [first, last] = [start - begin, end - begin];
    if (first < from || last > text.length) continue;
    result += escaped(text.slice(from, first)) + open + escaped(text.slice(first, last)) + close;
    from = last;
  }
  return result + escaped(text.slice(from));
}
