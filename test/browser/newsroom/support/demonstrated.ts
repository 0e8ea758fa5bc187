import { z } from 'zod';
import { articleWithEditionsSchema, pageOf, type EditionState } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { Colleague } from '../../../support/colleague.js';

const meSchema = z.object({ version: z.int() });
const password = 'cuulong-2026-demo';
const emailOf = (key: string): string => `${key}@mekong-desk.example`;

/** The demonstration newsroom's people, and the screens that each of them works at. */
export interface Demonstrated {
  readonly password: string;
  readonly emailOf: (key: string) => string;
  /** Sets the language of a person's screens. */
  readonly speaks: (key: string, language: Language) => Promise<void>;
  readonly screensOf: (key: string) => readonly string[];
}

export async function demonstrated(api: string): Promise<Demonstrated> {
  const as = (key: string) => new Colleague(api, emailOf(key), password).signIn();
  const dat = await as('dat');
  const { items } = await dat.reads(pageOf(articleWithEditionsSchema), 'articles?limit=50');
  const editions = items.flatMap((article) => article.editions);
  const one = (isSource: boolean, language: Language, ...states: EditionState[]) => {
    const found = editions.find(
      (edition) =>
        edition.isSource === isSource &&
        edition.language === language &&
        states.includes(edition.state),
    );
    if (!found) throw new Error(`nothing ${states.join(' or ')} in ${language}`);
    return found;
  };
  const screens: Readonly<Record<string, readonly string[]>> = {
    hanh: [
      '/',
      '/articles/new',
      `/articles/${one(true, 'vi', 'changes_requested').articleId}`,
      '/inbox',
      '/preferences',
      '/tokens',
    ],
    lan: ['/', '/queue?view=team', `/translate/${one(false, 'en', 'draft').id}`, '/memory'],
    saray: [`/translate/${one(false, 'km', 'draft').id}`, '/glossary'],
    minh: [
      '/queue',
      `/review/${one(true, 'vi', 'in_review').id}`,
      `/articles/${one(true, 'vi', 'published').articleId}`,
      '/releases',
    ],
    dat: [
      '/',
      '/board',
      '/releases?view=published',
      '/imports',
      '/imports?of=glossary',
      '/admin/engines',
      '/journal',
    ],
    vuth: [
      '/',
      '/admin/people',
      '/admin/sections',
      '/admin/sentence-rules',
      '/admin/webhooks',
      '/admin/jobs',
    ],
  };
  return {
    password,
    emailOf,
    speaks: async (key, language) => {
      const person = await as(key);
      const { version } = await person.reads(meSchema, 'me');
      await person.does(meSchema, 'PATCH', 'me', { body: { language }, ifMatch: version });
    },
    screensOf: (key) => screens[key] ?? [],
  };
}
