import { z } from 'zod';

const inlines = z.array(
  z.union([
    z.looseObject({ type: z.literal('text'), text: z.string() }),
    z.looseObject({ type: z.literal('hardBreak') }),
  ]),
);

/** The words of a footnote. Marks in it are kept only while nobody rewrites it. */
export function noteText(content: unknown): string {
  const read = inlines.safeParse(content);
  if (!read.success) return '';
  return read.data
    .map((node) => (node.type === 'text' && 'text' in node ? String(node.text) : '\n'))
    .join('');
}

/** A footnote's content of these words. */
export const noteContent = (words: string): { type: string; text?: string }[] =>
  words
    .normalize('NFC')
    .split('\n')
    .flatMap((line, place) => [
      ...(place > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
