import type { Body } from '@desk/contracts';
import { z } from 'zod';

export const segmentKinds = [
  'title',
  'summary',
  'seo_title',
  'seo_description',
  'paragraph',
  'heading',
  'caption',
  'alt',
  'credit',
  'cell',
  'list_item',
  'footnote',
  'embed_title',
  'link_title',
] as const;
export type SegmentKind = (typeof segmentKinds)[number];

const id = z.int().min(1);
/** What a placeholder in a segment's text stands for. A footnote's `place` is that of its text. */
export const codeSchema = z.discriminatedUnion('type', [
  z.strictObject({ id, type: z.literal('bold') }),
  z.strictObject({ id, type: z.literal('italic') }),
  z.strictObject({
    id,
    type: z.literal('link'),
    attrs: z.strictObject({ href: z.string(), title: z.string().optional() }),
  }),
  z.strictObject({ id, type: z.literal('hardBreak') }),
  z.strictObject({ id, type: z.literal('footnote'), place: z.string() }),
]);
export type Code = z.infer<typeof codeSchema>;

/** The parts of an edition that are translated. */
export interface EditionText {
  readonly title: string;
  readonly summary: string;
  readonly body: Body;
  readonly seo: { readonly title: string; readonly description: string };
}

/** A sentence of a source, or a line such as a title, and where it stands. */
export interface Segment {
  /** Counts from 0 in the order in which a translator reads: title, summary, body, then SEO. */
  readonly position: number;
  /** `title`, `seo.description`, or a path of child numbers: `body/3/0/1`, `body/4/alt`. */
  readonly place: string;
  readonly kind: SegmentKind;
  /** Text with placeholders for `codes`, see code-text.ts. */
  readonly source: string;
  readonly codes: readonly Code[];
  /** The white space that follows in its block, hard breaks as line feeds, cut to 20 characters. */
  readonly trailing: string;
  readonly sourceHash: string;
  readonly contextHash: string;
}
