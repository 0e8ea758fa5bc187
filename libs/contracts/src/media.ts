import { z } from 'zod';
import { cleanTextSchema } from '@desk/languages';
import { pageQuerySchema } from './page.js';

/** Pictures, documents, sounds and films of the newsroom. */

export const mediaKinds = ['picture', 'document', 'audio', 'video'] as const;
export const mediaKindSchema = z.enum(mediaKinds);
export type MediaKind = z.infer<typeof mediaKindSchema>;

/** Whether a picture's sizes are made; all else is ready at once. */
export const mediaStates = ['waiting', 'ready', 'failed'] as const;
export const mediaStateSchema = z.enum(mediaStates);
export type MediaState = z.infer<typeof mediaStateSchema>;

/** By what right something may be shown. */
export const mediaLicences = [
  'own',
  'permission',
  'press',
  'public_domain',
  'cc0',
  'cc_by',
  'cc_by_sa',
  'cc_by_nd',
] as const;
export const mediaLicenceSchema = z.enum(mediaLicences);
export type MediaLicence = z.infer<typeof mediaLicenceSchema>;

const fraction = z.number().min(0).max(1);
/** The smallest part of a side that a crop may leave. */
export const SMALLEST_CROP = 0.05;

/** The part of a picture that is shown, in fractions of its width and height. */
export const cropSchema = z.strictObject({
  x: fraction,
  y: fraction,
  width: fraction.min(SMALLEST_CROP),
  height: fraction.min(SMALLEST_CROP),
});
export type Crop = z.infer<typeof cropSchema>;

/** What must stay in sight however a picture is cut, in fractions of the whole picture. */
export const focalPointSchema = z.strictObject({ x: fraction, y: fraction });
export type FocalPoint = z.infer<typeof focalPointSchema>;

const wordsSchema = z.strictObject({
  alt: cleanTextSchema(1_000).describe('what it shows, for those who cannot see it'),
  caption: cleanTextSchema(1_000),
});
export const mediaTextsSchema = z.strictObject({
  vi: wordsSchema,
  en: wordsSchema,
  km: wordsSchema,
});
export type MediaTexts = z.infer<typeof mediaTextsSchema>;

export const mediaUploadQuerySchema = z.strictObject({
  name: cleanTextSchema(255).default('').describe("the file's name, to be known by"),
});
export type MediaUploadQuery = z.infer<typeof mediaUploadQuerySchema>;

/** What may be said of it; of `texts` the languages that are given. */
export const mediaChangesSchema = z.strictObject({
  name: cleanTextSchema(255).optional(),
  credit: cleanTextSchema(300).optional(),
  licence: mediaLicenceSchema.nullable().optional(),
  texts: z
    .strictObject({
      vi: wordsSchema.partial().optional(),
      en: wordsSchema.partial().optional(),
      km: wordsSchema.partial().optional(),
    })
    .optional(),
  crop: cropSchema
    .nullable()
    .optional()
    .describe('null: the whole picture; a change makes its sizes anew, under a new address'),
  focalPoint: focalPointSchema.nullable().optional(),
});
export type MediaChanges = z.infer<typeof mediaChangesSchema>;

const at = z.union([z.date(), z.iso.datetime()]);

export const mediaSchema = z.object({
  id: z.uuid(),
  kind: mediaKindSchema,
  type: z.string().describe('by its content: image/jpeg'),
  name: z.string(),
  size: z.int().describe('bytes'),
  width: z.int().nullable().describe('of the whole picture, upright'),
  height: z.int().nullable(),
  state: mediaStateSchema,
  problem: z
    .object({ code: z.string(), message: z.string() })
    .nullable()
    .describe('failed: why, in the language of the reader'),
  src: z
    .string()
    .describe('its address as texts name it: of a picture a size as JPEG, else the file'),
  original: z.string().describe('where the file itself is, for people of the newsroom'),
  shown: z
    .object({
      width: z.int(),
      height: z.int(),
      widths: z.array(z.int()).describe('there is `<width>.avif`, `.webp` and `.jpg` beside `src`'),
    })
    .nullable()
    .describe('of a picture: what its crop leaves'),
  crop: cropSchema.nullable(),
  focalPoint: focalPointSchema.nullable(),
  credit: z.string(),
  licence: mediaLicenceSchema.nullable(),
  texts: mediaTextsSchema,
  uploadedBy: z.object({ id: z.uuid(), name: z.string() }),
  createdAt: at,
  updatedAt: at,
  version: z.int(),
});
export type Media = z.infer<typeof mediaSchema>;

export const addedMediaSchema = mediaSchema.extend({
  duplicate: z.boolean().describe('the same file was there already; nothing was added'),
});
export type AddedMedia = z.infer<typeof addedMediaSchema>;

export const mediaQuerySchema = pageQuerySchema.extend({
  kind: mediaKindSchema.optional(),
  search: z.string().max(200).optional().describe('words of its name, credit and texts'),
  mine: z.stringbool().optional().describe('only what you uploaded'),
});
export type MediaQuery = z.infer<typeof mediaQuerySchema>;
