import { bodyFromHtml } from '@desk/articles';
import type { SegmentKind } from '../segments/index.js';
import { walkTexts } from '../segments/walk-texts.js';

/** A heading, paragraph, list item, cell or caption of an article that was published before. */
export interface Block {
  readonly kind: SegmentKind;
  readonly text: string;
}

/** A line of a text that was wrapped by hand is about as long as the others. */
const WRAPPED = { least: 40, most: 100 };

/**
 * The blocks of a page or fragment in the order of reading.
 *
 * @throws as `bodyFromHtml`
 */
export function blocksOfHtml(html: string): Block[] {
  const { title = '', body } = bodyFromHtml(html);
  const blocks: Block[] = [];
  const add = (kind: SegmentKind, text: string) => {
    if (/\S/u.test(text)) blocks.push({ kind, text: text.trim() });
  };
  walkTexts(
    { title, summary: '', body, seo: { title: '', description: '' } },
    {
      line(_, kind, text) {
        add(kind, text);
        return text;
      },
      inlines(place, kind, content) {
        add(kind, content.map((one) => ('text' in one ? one.text : breakOf(one.type))).join(''));
        for (const one of content) {
          if (one.type === 'footnote') this.inlines(place, 'footnote', one.content);
        }
        return [...content];
      },
    },
  );
  return blocks;
}

const breakOf = (type: 'hardBreak' | 'footnote'): string => (type === 'hardBreak' ? '\n' : '');

/** The paragraphs of a plain text: a line each, or what blank lines part where lines are wrapped. */
export function blocksOfText(text: string): Block[] {
  const clean = text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  const lines = clean.split('\n').map((line) => line.trim());
  const parts = isWrapped(lines) ? clean.split(/\n[^\S\n]*\n/).map(unwrapped) : lines;
  return parts
    .filter((part) => /\S/u.test(part))
    .map((part) => ({ kind: 'paragraph', text: part }));
}

const unwrapped = (part: string): string => part.replace(/\s*\n\s*/g, ' ').trim();

/** Whether most lines stop at about the same width, and go on with a small letter. */
function isWrapped(lines: readonly string[]): boolean {
  const followed = lines.filter((line, at) => line !== '' && (lines[at + 1] ?? '') !== '');
  if (followed.length < 3) return false;
  const wrapped = followed.filter(
    ({ length }) => length >= WRAPPED.least && length <= WRAPPED.most,
  ).length;
  const open = followed.filter((line) => !/[.!?…:;។៕៖]["'”’»)]*$/u.test(line)).length;
  return wrapped / followed.length > 0.8 && open / followed.length > 0.6;
}
