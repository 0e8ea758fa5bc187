import { rulesFor, type SentenceRule, type sentenceRules } from './sentence-rules.js';

/** No sentence is longer, in UTF-16 units: a text without end marks is cut where it can be. */
export const MAX_SENTENCE_LENGTH = 4_000;

const MARKS = /\r\n|[\n\r\u2028\u2029]|[.!?…‼⁇⁈⁉。！？។៕៘៚]/g;
const LINE_END = /[\n\r\u2028\u2029]/;
const MORE_MARKS = /[.!?…‼⁇⁈⁉。！？។៕៘៚]*/y;
/** The rest of `./.`, which ends Vietnamese documents. */
const DOCUMENT_END = /\s?\/\s?\./y;
/** ។ល។ and ។បេ។ are "and so on". */
const AND_SO_ON = /(?:\s?(?:ល|បេ)\s?។)?/y;
const SPACE = /[\s\u200B]*/y;
const KHMER_MARK = /[។៕៘៚]/;
const CLOSERS = new Set('”’»)]}›\uFFFC');
const FOOTNOTE_NUMBER = /\[\p{Nd}{1,3}\]/uy;
const BEFORE_HEAD = 12;
const BEFORE_TAIL = 72;
const AFTER = 48;

/**
 * Cuts a text into its sentences by the language's rules; joined they are the text. White space
 * after a sentence belongs to it. A line's end always ends a sentence. U+FFFC stands for
 * something inline, such as a footnote's anchor. Time is linear in the text's length.
 * `abbreviations`: a newsroom's own, besides those of the language; no sentence ends with them.
 */
export function sentences(
  text: string,
  language: keyof typeof sentenceRules,
  abbreviations: readonly string[] = [],
): string[] {
  const out: string[] = [];
  const rules = rulesFor(language, abbreviations);
  let start = 0;
  const quotes = new OpenQuotes(text);
  const marks = new RegExp(MARKS);
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (LINE_END.test(mark[0])) {
      const next = endOf(SPACE, text, marks.lastIndex);
      pushCapped(out, text.slice(start, next));
      start = marks.lastIndex = next;
      quotes.startAgain(next);
      continue;
    }
    const end = endOfMark(text, mark.index, quotes.openAt(mark.index));
    const next = endOf(SPACE, text, end);
    marks.lastIndex = Math.max(marks.lastIndex, next);
    if (next === text.length) break;
    if (next === end && !needsNoSpace(text, mark.index, end)) {
      marks.lastIndex = Math.max(mark.index + 1, end);
      continue;
    }
    if (LINE_END.test(text.slice(end, next)) || endsHere(rules, text, start, end, next)) {
      pushCapped(out, text.slice(start, next));
      start = next;
    }
  }
  pushCapped(out, text.slice(start));
  return out;
}

/** Only the rules' answer: a break, unless one of them says otherwise. */
function endsHere(
  rules: readonly SentenceRule[],
  text: string,
  start: number,
  end: number,
  next: number,
): boolean {
  const before =
    end - start <= BEFORE_HEAD + BEFORE_TAIL
      ? text.slice(start, end)
      : `${text.slice(start, start + BEFORE_HEAD)}\n${text.slice(end - BEFORE_TAIL, end)}`;
  const after = text.slice(next, next + AFTER);
  const rule = rules.find(
    (one) => (one.before?.test(before) ?? true) && (one.after?.test(after) ?? true),
  );
  return rule?.breaks ?? true;
}

/** Past all marks that stand together and the quotes and brackets that they close. */
function endOfMark(text: string, from: number, insideQuotes: boolean): number {
  let end = from;
  for (let last = -1; last !== end;) {
    last = end;
    const khan = text[end] === '។';
    end = khan ? endOf(AND_SO_ON, text, end + 1) : end;
    end = endOf(MORE_MARKS, text, end);
    end = endOf(DOCUMENT_END, text, end);
    end = endOfClosers(text, end, insideQuotes);
  }
  return end;
}

function endOfClosers(text: string, from: number, insideQuotes: boolean): number {
  let end = from;
  for (;;) {
    const sign = text[end] ?? '';
    if (CLOSERS.has(sign)) end += 1;
    else if ((sign === '"' || sign === "'") && closes(text, end, insideQuotes)) end += 1;
    else if (sign === '[' && endOf(FOOTNOTE_NUMBER, text, end) > end) {
      end = endOf(FOOTNOTE_NUMBER, text, end);
    } else if (
      /\s/.test(sign) &&
      text[end + 1] === '"' &&
      /^(?:\s|$)/.test(text.slice(end + 2, end + 3))
    ) {
      end += 2;
    } else return end;
  }
}

/** Straight quotes look the same on both sides: what follows tells, or what was opened before. */
function closes(text: string, at: number, insideQuotes: boolean): boolean {
  const following = text.slice(at + 1, at + 2);
  return (insideQuotes && text[at] === '"') || !/[\p{L}\p{N}]/u.test(following);
}

/**
 * Whether a straight double quote stands open; asked from left to right. What stands beside a
 * quote says more than how many there were: one forgotten quote must not turn all later ones.
 */
class OpenQuotes {
  private open = false;
  private next: number;

  constructor(private readonly text: string) {
    this.next = text.indexOf('"');
  }

  openAt(place: number): boolean {
    for (
      ;
      this.next !== -1 && this.next < place;
      this.next = this.text.indexOf('"', this.next + 1)
    ) {
      this.open = this.opens(this.next) ?? !this.open;
    }
    return this.open;
  }

  startAgain(place: number): void {
    this.openAt(place);
    this.open = false;
  }

  private opens(place: number): boolean | undefined {
    const free = (side: string) => !/[\p{L}\p{M}\p{N}]/u.test(side);
    const [left, right] = [this.text.charAt(place - 1), this.text.charAt(place + 1)];
    if (free(left) === free(right)) return undefined;
    return KHMER_MARK.test(left) ? undefined : free(left);
  }
}

/** Khmer may go on at once after its own marks, and after ? and ! between Khmer letters. */
function needsNoSpace(text: string, mark: number, end: number): boolean {
  if (KHMER_MARK.test(text.slice(mark, end))) return true;
  return /[!?]/.test(text[mark] ?? '') && /^[\u1780-\u17B3]/.test(text.slice(end, end + 1));
}

function endOf(sticky: RegExp, text: string, from: number): number {
  sticky.lastIndex = from;
  return sticky.exec(text) === null ? from : sticky.lastIndex;
}

function pushCapped(out: string[], sentence: string): void {
  let from = 0;
  while (sentence.length - from > MAX_SENTENCE_LENGTH) {
    const to = cutBefore(sentence, from, from + MAX_SENTENCE_LENGTH);
    out.push(sentence.slice(from, to));
    from = to;
  }
  if (from < sentence.length) out.push(sentence.slice(from));
}

/** The last white space of the piece's second half, else a place that tears no letter apart. */
function cutBefore(text: string, from: number, limit: number): number {
  for (let at = limit; at > from + MAX_SENTENCE_LENGTH / 2; at -= 1) {
    if (/[\s\u200B]/.test(text[at - 1] ?? '')) return at;
  }
  for (let at = limit; at > limit - 40; at -= 1) {
    if (
      !/^(?:[\p{M}\u200C\u200D]|[\uDC00-\uDFFF])/u.test(text.slice(at, at + 1)) &&
      text[at - 1] !== '\u17D2'
    )
      return at;
  }
  return limit;
}
