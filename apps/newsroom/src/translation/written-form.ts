import type { JSONContent } from '@tiptap/core';
import { z } from 'zod';
import { codeInCodeText, codeTokens, textInCodeText } from '@desk/contracts';

const codeAttributes = z.object({ type: z.enum(['open', 'close', 'lone']), id: z.number() });

/** A segment's written form as a document of the editor: one line of text and codes. */
export function documentOf(written: string): JSONContent {
  const content = codeTokens(written).map((token): JSONContent =>
    token.type === 'text'
      ? { type: 'text', text: token.text }
      : { type: 'code', attrs: { type: token.type, id: token.id } },
  );
  return { type: 'doc', content: [{ type: 'line', content }] };
}

/** The written form of what the editor holds, in NFC. */
export function writtenFormOf(document: JSONContent): string {
  const inline = document.content?.flatMap((line) => line.content ?? []) ?? [];
  return inline
    .map((node) => {
      if (node.type === 'text') return textInCodeText((node.text ?? '').normalize('NFC'));
      const code = codeAttributes.safeParse(node.attrs);
      return code.success ? codeInCodeText(code.data.type, code.data.id) : '';
    })
    .join('');
}

/** Text from outside as one line: line ends and control characters have no place in a segment. */
export const asLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\p{Cc}/gu, '');
