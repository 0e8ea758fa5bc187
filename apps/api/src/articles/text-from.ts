import type { z } from 'zod';
import {
  bodyFromHtml,
  bodyFromMarkdown,
  bodyFromText,
  parseBody,
  type EditionText,
} from '@desk/articles';
import type { articleImportSchema, seoDraftSchema } from '@desk/contracts';
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

/** The text of an import; its first heading is the title unless one is given. */
export function importedText(draft: z.infer<typeof articleImportSchema>): EditionText {
  const read = readers[draft.format](draft.content);
  return {
    title: cleanText(draft.title ?? read.title ?? '').trim(),
    summary: '',
    body: read.body,
    slug: '',
    seo: { title: '', description: '' },
  };
}
