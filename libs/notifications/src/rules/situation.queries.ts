import { z } from 'zod';
import { signOffPolicySchema, taskKindSchema } from '@desk/contracts';
import { firstRow, jsonColumn, rows, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';
import { saying, type Entry } from '@desk/ledger';
import type { About } from '@desk/people';
import { hearingOf } from './hearing.js';
import { emptySituation, type Situation, type SituationTask } from './situation.js';

/** What a fact is about: the situation for the rules, and the title for the sentence. */
export interface Circumstances {
  readonly situation: Situation;
  readonly title: string | null;
}

const subjectSchema = z.object({
  sectionId: z.uuid(),
  language: languageSchema,
  sourceLanguage: languageSchema,
  contributors: jsonColumn(z.array(z.uuid())),
  policy: jsonColumn(signOffPolicySchema.pick({ languageReview: true }).loose()),
  title: z.string(),
});
type SubjectEdition = z.infer<typeof subjectSchema>;

/** Reads what the rule of the entry's fact needs to know, and no more. */
export async function circumstancesOf(sql: Sql, entry: Entry): Promise<Circumstances> {
  const hears: readonly string[] = hearingOf(entry.fact)?.hears ?? [];
  const edition = await subjectEdition(sql, entry);
  const about = edition && aboutOf(entry, edition);
  const situation: Situation = {
    ...emptySituation,
    about,
    languageReview: edition?.policy.languageReview ?? false,
    task: entry.fact.startsWith('task.') && about ? await taskOf(sql, entry, about) : null,
    ownAccountId: hears.includes('own_account') ? entry.subjectId : null,
    proposerId: hears.includes('proposer') ? await proposerOf(sql, entry) : null,
    signed: hears.includes('signed') ? await signersOf(sql, entry) : [],
    thread: hears.includes('thread') ? await threadOf(sql, entry) : [],
    followsArticle: hears.includes('follows_article')
      ? await followersOf(sql, 'article', entry.articleId)
      : [],
    followsSection: hears.includes('follows_section')
      ? await followersOf(sql, 'section', entry.sectionId)
      : [],
  };
  return { situation, title: edition?.title ?? null };
}

/** The edition, or of a fact about a whole article its source. An untitled one has its source's title. */
async function subjectEdition(sql: Sql, entry: Entry): Promise<SubjectEdition | null> {
  if (entry.editionId === null && entry.articleId === null) return null;
  return firstRow(
    sql,
    subjectSchema,
    `SELECT e.section_id AS sectionId, e.language, a.source_language AS sourceLanguage,
       e.contributors, s.policy, IF(e.title = '', src.title, e.title) AS title
     FROM edition e JOIN article a ON a.id = e.article_id JOIN section s ON s.id = e.section_id
     JOIN edition src ON src.article_id = e.article_id AND src.is_source
     WHERE ${entry.editionId === null ? 'e.article_id = ? AND e.is_source' : 'e.id = ?'}`,
    [entry.editionId ?? entry.articleId],
  );
}

function aboutOf(entry: Entry, edition: SubjectEdition): About {
  const { sectionId, language, sourceLanguage, contributors } = edition;
  return entry.editionId === null
    ? { sectionId, contributors }
    : { sectionId, language, sourceLanguage, contributors };
}

/** The task as the entry tells of it: who has it is what the fact says, not what came after. */
async function taskOf(sql: Sql, entry: Entry, about: About): Promise<SituationTask | null> {
  const task = await firstRow(
    sql,
    z.object({ kind: taskKindSchema, language: languageSchema, sourceLanguage: languageSchema }),
    'SELECT kind, language, source_language AS sourceLanguage FROM task WHERE id = ?',
    [entry.subjectId],
  );
  if (!task) return null;
  const { kind, language, sourceLanguage } = task;
  return { kind, assigneeId: assigneeIn(entry), about: { ...about, language, sourceLanguage } };
}

const assigneeIn = (entry: Entry): string | null =>
  saying('task.opened', entry)?.accountId ??
  saying('task.reassigned', entry)?.to ??
  saying('task.lapsed', entry)?.accountId ??
  saying('task.due_set', entry)?.accountId ??
  saying('task.due_soon', entry)?.accountId ??
  saying('task.overdue', entry)?.accountId ??
  null;

const accounts = z.object({ accountId: z.uuid() });
const ids = (found: readonly z.infer<typeof accounts>[]): string[] =>
  found.map(({ accountId }) => accountId);

const signersOf = async (sql: Sql, { editionId, revisionId }: Entry): Promise<string[]> =>
  ids(
    await rows(
      sql,
      accounts,
      `SELECT DISTINCT account_id AS accountId FROM sign_off
       WHERE edition_id = ? AND revision_id = ?`,
      [editionId, revisionId],
    ),
  );

const proposerOf = async (sql: Sql, { subjectId }: Entry): Promise<string | null> => {
  const found = await firstRow(
    sql,
    accounts,
    'SELECT proposed_by AS accountId FROM term_proposal WHERE id = ?',
    [subjectId],
  );
  return found?.accountId ?? null;
};

/** Everybody who wrote in the thread of a comment. */
const threadOf = async (sql: Sql, { subjectId }: Entry): Promise<string[]> =>
  ids(
    await rows(
      sql,
      accounts,
      `WITH root AS (SELECT COALESCE(parent_id, id) AS id FROM comment WHERE id = ?)
       SELECT author_id AS accountId FROM comment JOIN root ON comment.id = root.id
       UNION
       SELECT author_id FROM comment JOIN root ON comment.parent_id = root.id`,
      [subjectId],
    ),
  );

const followersOf = async (
  sql: Sql,
  subject: 'article' | 'section',
  subjectId: string | null,
): Promise<string[]> =>
  ids(
    await rows(
      sql,
      accounts,
      'SELECT account_id AS accountId FROM subscription WHERE subject = ? AND subject_id = ?',
      [subject, subjectId],
    ),
  );
