import { z } from 'zod';
import { sentenceExceptionSchema, type SentenceException } from '@desk/contracts';
import { rows, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';

const columns =
  'id, language, text AS abbreviation, created_by AS createdBy, created_at AS createdAt';
const storedSchema = sentenceExceptionSchema.extend({ createdAt: z.date() });

/** The newsroom's own abbreviations of a language. */
export async function sentenceExceptions(sql: Sql, language: Language): Promise<string[]> {
  const found = await rows(
    sql,
    z.object({ text: z.string() }),
    'SELECT text FROM sentence_exception WHERE language = ? ORDER BY text',
    [language],
  );
  return found.map(({ text }) => text);
}

export function allSentenceExceptions(sql: Sql): Promise<SentenceException[]> {
  return rows(
    sql,
    storedSchema,
    `SELECT ${columns} FROM sentence_exception ORDER BY language, text`,
  );
}
