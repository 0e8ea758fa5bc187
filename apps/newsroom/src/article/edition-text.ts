import { z } from 'zod';
import { bodySchema, type Body } from '@desk/contracts';
import type { WorkingCopy } from '../transitions/transitions';

/** The text of an edition, as it is written and saved. */
export interface EditionText {
  readonly title: string;
  readonly summary: string;
  readonly body: Body;
  readonly slug: string;
  readonly seo: { readonly title: string; readonly description: string };
}

export const editionTextSchema = z.object({
  title: z.string(),
  summary: z.string(),
  body: bodySchema,
  slug: z.string(),
  seo: z.object({ title: z.string(), description: z.string() }),
});

/** The text of a working copy as the API gives it. @throws ZodError for a body that is none */
export const textOf = ({ text }: WorkingCopy): EditionText => editionTextSchema.parse(text);

/** The parts of a text that are one line or a few, by the names that a comparison gives them. */
export const fields = ['title', 'summary', 'slug', 'seoTitle', 'seoDescription'] as const;
export type Field = (typeof fields)[number];

export const fieldOf = (text: EditionText, field: Field): string => {
  if (field === 'seoTitle') return text.seo.title;
  if (field === 'seoDescription') return text.seo.description;
  return text[field];
};

export const withField = (text: EditionText, field: Field, value: string): EditionText => {
  if (field === 'seoTitle') return { ...text, seo: { ...text.seo, title: value } };
  if (field === 'seoDescription') return { ...text, seo: { ...text.seo, description: value } };
  return { ...text, [field]: value };
};

/** As the newsroom keeps it: NFC, lines without spaces at their ends. */
const settled = (text: EditionText): string =>
  JSON.stringify([
    ...fields.map((field) => fieldOf(text, field).trim()),
    inOrder(text.body),
  ]).normalize('NFC');

/** The same whatever the order in which attributes are named and marks lie. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inside]): [string, unknown] => {
    const ordered = inOrder(inside);
    const isMarks = name === 'marks' && Array.isArray(ordered);
    return [name, isMarks ? ordered.map((mark) => JSON.stringify(mark)).sort() : ordered];
  });
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether two texts say the same, to the newsroom. */
export const sameText = (one: EditionText, other: EditionText): boolean =>
  one === other || settled(one) === settled(other);
