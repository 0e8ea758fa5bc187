import { z } from 'zod';

/**
 * The body of an article: one tree, the same for the server, the editor in the browser and
 * the exchange formats. Its shape is ProseMirror JSON (`{ type, attrs, content, marks }`), so
 * the editor reads and writes it as it is; this schema is the allow-list of what may be in it.
 */

/** A body has at most this many blocks on its first level. */
export const MAX_BODY_BLOCKS = 5_000;
/** Blocks nest at most this deep below the document: a quote with five lists inside each other. */
export const MAX_BODY_DEPTH = 12;
/** The largest body accepted, in bytes of its JSON. */
export const MAX_BODY_BYTES = 2_000_000;

/** Where a link may lead: the web, a mailbox, a telephone, a path of this site, a place in the text. */
export const safeHref = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)[^\s<>"\\]*$/i)
  .refine((href) => !/^https?:/i.test(href) || URL.canParse(href));
/** Where a picture may come from. */
export const safeSrc = safeHref.regex(/^(https?:\/\/|\/)/i);

const bold = z.strictObject({ type: z.literal('bold') });
const italic = z.strictObject({ type: z.literal('italic') });
const link = z.strictObject({
  type: z.literal('link'),
  attrs: z.strictObject({ href: safeHref, title: z.string().max(300).optional() }),
});
export const markSchema = z.discriminatedUnion('type', [bold, italic, link]);
export type Mark = z.infer<typeof markSchema>;

const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(markSchema).max(3).optional(),
});
const hardBreak = z.strictObject({ type: z.literal('hardBreak') });
/** A footnote stands where its number is shown; its content is the note's text. */
const footnote = z.strictObject({
  type: z.literal('footnote'),
  content: z.array(z.discriminatedUnion('type', [text, hardBreak])).min(1),
});
export const inlineSchema = z.discriminatedUnion('type', [text, hardBreak, footnote]);
export type Inline = z.infer<typeof inlineSchema>;
export type TextNode = z.infer<typeof text>;
export type Footnote = z.infer<typeof footnote>;

const inlines = z.array(inlineSchema).optional();

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines,
});
const horizontalRule = z.strictObject({ type: z.literal('horizontalRule') });

/** A picture. `src` is a path of this newsroom's media, which `mediaId` names, or an https address. */
const figure = z.strictObject({
  type: z.literal('figure'),
  attrs: z.strictObject({
    src: safeSrc,
    alt: z.string().max(1_000),
    credit: z.string().max(300),
    width: z.int().min(1).max(20_000).optional(),
    height: z.int().min(1).max(20_000).optional(),
    mediaId: z.uuid().optional(),
  }),
  content: inlines.describe('the caption'),
});
/** Something that lives elsewhere (a video, a map), shown as a link and never loaded. */
const embed = z.strictObject({
  type: z.literal('embed'),
  attrs: z.strictObject({ href: safeHref, title: z.string().min(1).max(300) }),
});

const cellAttrs = z.strictObject({
  colspan: z.int().min(1).max(20).optional(),
  rowspan: z.int().min(1).max(200).optional(),
});
const tableCell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: cellAttrs.optional(),
  content: z.array(paragraph).min(1),
});
const tableRow = z.strictObject({
  type: z.literal('tableRow'),
  content: z.array(tableCell).min(1).max(40),
});
const table = z.strictObject({ type: z.literal('table'), content: z.array(tableRow).min(1) });

export type Paragraph = z.infer<typeof paragraph>;
export type Heading = z.infer<typeof heading>;
export type Figure = z.infer<typeof figure>;
export type Embed = z.infer<typeof embed>;
export type Table = z.infer<typeof table>;
export type TableRow = z.infer<typeof tableRow>;
export type TableCell = z.infer<typeof tableCell>;
export type HorizontalRule = z.infer<typeof horizontalRule>;
export interface ListItem {
  type: 'listItem';
  content: (Paragraph | BulletList | OrderedList)[];
}
export interface BulletList {
  type: 'bulletList';
  content: ListItem[];
}
export interface OrderedList {
  type: 'orderedList';
  attrs?: { start?: number | undefined } | undefined;
  content: ListItem[];
}
export interface Blockquote {
  type: 'blockquote';
  content: (Paragraph | BulletList | OrderedList)[];
}
export type Block =
  | Paragraph
  | Heading
  | HorizontalRule
  | Figure
  | Embed
  | Table
  | BulletList
  | OrderedList
  | Blockquote;

/** Unions are told apart by `type`, so that a wrong node yields one error and not one a branch. */
const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content(): z.ZodArray<z.ZodType<ListItem['content'][number]>> {
    return z.array(textOrList).min(1);
  },
});
const bulletList = z.strictObject({
  type: z.literal('bulletList'),
  content: z.array(listItem).min(1),
});
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int().min(0).max(100_000).optional() }).optional(),
  content: z.array(listItem).min(1),
});
const textOrList = z.discriminatedUnion('type', [paragraph, bulletList, orderedList]);
const blockquote = z.strictObject({
  type: z.literal('blockquote'),
  content: z.array(textOrList).min(1),
});

export const blockSchema: z.ZodType<Block> = z.discriminatedUnion('type', [
  paragraph,
  heading,
  horizontalRule,
  figure,
  embed,
  table,
  bulletList,
  orderedList,
  blockquote,
]);

export const bodySchema = z.strictObject({
  type: z.literal('doc'),
  content: z.array(blockSchema).max(MAX_BODY_BLOCKS),
});
export type Body = z.infer<typeof bodySchema>;

export const emptyBody: Body = { type: 'doc', content: [] };
