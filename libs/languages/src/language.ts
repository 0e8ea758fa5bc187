import { z } from 'zod';

/** The languages of the newsroom: Vietnamese, English, Khmer. */
export const languages = ['vi', 'en', 'km'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export const isLanguage = (value: unknown): value is Language =>
  languageSchema.safeParse(value).success;
