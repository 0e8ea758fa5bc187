import type { z } from 'zod';
import {
  bodyFromHtml,
  bodyFromMarkdown,
  bodyFromText,
  parseBody,
  type EditionText,
} from '@desk/articles';
import { MAX_TITLE_LENGTH, type articleImportSchema, type seoDraftSchema } from '@desk/contracts';
import { Invalid } from '@desk/errors';
import { cleanText } from '@desk/languages';

interface TextDraft {
  readonly title: string;
  readonly summary: string;
  readonly body?: unknown;
  readonly slug: string;
  readonly seo: z.infer<typeof seoDraftSchema>;
}

/**
 * A person's text as it is kept: the body checked against its schema, everything NFC.
 * @throws Invalid `body.*`, `text.forbidden_characters`
 */
export const textFrom = (draft: TextDraft): EditionText => ({
  title: cleanText(draft.title).trim(),
  summary: cleanText(draft.summary).trim(),
  body: parseBody(draft.body ?? { type: 'doc', content: [] }),
  slug: cleanText(draft.slug).trim(),
  seo: { title: cleanText(draft.seo.title), description: cleanText(draft.seo.description) },
});

const readers = { html: bodyFromHtml, markdown: bodyFromMarkdown, text: bodyFromText };

/**
 * The text of an import; its first heading is the title unless one is given.
 * @throws Invalid `text.too_long` for a heading that is too long for a title
 */
export function importedText(draft: z.infer<typeof articleImportSchema>): EditionText {
  const read = readers[draft.format](draft.content);
  const title = cleanText(draft.title ?? read.title ?? '').trim();
  if (title.length > MAX_TITLE_LENGTH)
    throw new Invalid('text.too_long', { max: MAX_TITLE_LENGTH });
  return {
    title,
    summary: '',
    body: read.body,
    slug: '',
    seo: { title: '', description: '' },
  };
}
