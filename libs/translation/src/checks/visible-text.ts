import { codeTokens } from '../segments/code-text.js';

/** Stands for a lone code (a line break, a footnote) in the text that checks read. */
export const LONE_CODE = '\uFFFC';

/**
 * The text of a segment as a reader sees it, in NFC, and where each of its characters is written.
 */
export interface VisibleText {
  readonly written: string;
  readonly text: string;
  /** The place in the written form of what begins at `offset` of the text. */
  readonly startAt: (offset: number) => number;
  /** The place in the written form of what ends at `offset` of the text. */
  readonly endAt: (offset: number) => number;
  /** Whether from `start` to `end` the text is written as it is: no code, nothing doubled. */
  readonly asWritten: (start: number, end: number) => boolean;
}

/** A character with the signs that are stored after it. */
const CLUSTER = /[\s\S]\p{M}*/gu;

export function visibleText(written: string): VisibleText {
  return !written.includes('⟨') && written.normalize('NFC') === written
    ? plainly(written)
    : mapped(written);
}

/** Most texts are written as they are seen. */
const plainly = (text: string): VisibleText => ({
  written: text,
  text,
  startAt: (offset) => Math.min(offset, text.length),
  endAt: (offset) => Math.max(0, Math.min(offset, text.length)),
  asWritten: () => true,
});

function mapped(written: string): VisibleText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const put = (shown: string, width: number): void => {
    for (let unit = 0; unit < shown.length; unit += 1) {
      const alike = shown.length === width;
      starts.push(alike ? at + unit : at);
      ends.push(alike ? at + unit + 1 : at + width);
    }
    text += shown;
    at += width;
  };
  for (const token of codeTokens(written)) {
    if (token.type !== 'text') {
      put(token.type === 'lone' ? LONE_CODE : '', written.indexOf('⟩', at) + 1 - at);
      continue;
    }
    for (const [cluster] of token.text.matchAll(CLUSTER)) {
      // A sign that begins codes is written twice where it could be taken for one.
      const doubled = cluster.startsWith('⟨') && written.startsWith('⟨⟨', at) ? 1 : 0;
      put(cluster.normalize('NFC'), cluster.length + doubled);
    }
  }
  const startAt = (offset: number): number => starts[offset] ?? written.length;
  const endAt = (offset: number): number =>
    offset <= 0 ? 0 : (ends[offset - 1] ?? written.length);
  return {
    written,
    text,
    startAt,
    endAt,
    asWritten: (start, end) =>
      start === end || written.slice(startAt(start), endAt(end)) === text.slice(start, end),
  };
}
