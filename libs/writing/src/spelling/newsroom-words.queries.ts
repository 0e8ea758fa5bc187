import { z } from 'zod';
import { spellingWordSchema, type SpellingWord } from '@desk/contracts';
import { rows, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';

/** The newsroom's own words of a language. */
export async function wordsOfNewsroom(sql: Sql, language: Language): Promise<string[]> {
  const found = await rows(
    sql,
    z.object({ text: z.string() }),
    'SELECT text FROM spelling_word WHERE language = ?',
    [language],
  );
  return found.map(({ text }) => text);
}

export const allWordsOfNewsroom = (sql: Sql): Promise<SpellingWord[]> =>
  rows(
    sql,
    spellingWordSchema.extend({ createdAt: z.date() }),
    `SELECT id, language, text AS word, created_by AS createdBy, created_at AS createdAt
     FROM spelling_word ORDER BY language, text`,
  );
