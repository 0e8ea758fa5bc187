import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  articleWithEditionsSchema,
  editionAnswerSchema,
  pageOf,
  reviewRoundSchema,
  segmentAnswerSchema,
  segmentSheetSchema,
  taskSchema,
  type EditionAction,
} from '@desk/contracts';
import type { EditionText } from '@desk/articles';
import type { Language } from '@desk/languages';
import type { Colleague } from './colleague.js';
import { eventually } from './eventually.js';

export type EditionNow = z.infer<typeof editionAnswerSchema>;
const createdSchema = z.object({ editionId: z.uuid(), article: z.object({ id: z.uuid() }) });
const tasksSchema = pageOf(taskSchema);

/** What people do with an article, each step one request as a screen would send it. */
export async function writesArticle(
  writer: Colleague,
  sectionId: string,
  text: EditionText,
  byline = 'THT',
): Promise<{ articleId: string; editionId: string }> {
  const draft = { sectionId, sourceLanguage: 'vi', byline, ...text };
  const { editionId, article } = await writer.does(createdSchema, 'POST', 'articles', {
    body: draft,
    key: randomUUID(),
  });
  return { articleId: article.id, editionId };
}

export const editionNow = (person: Colleague, id: string): Promise<EditionNow> =>
  person.reads(editionAnswerSchema, `editions/${id}`);

/** One action on the edition as it is now. */
export async function acts(
  person: Colleague,
  editionId: string,
  action: EditionAction,
  said: Readonly<Record<string, unknown>> = {},
): Promise<EditionNow> {
  const { version } = await editionNow(person, editionId);
  return person.does(editionAnswerSchema, 'POST', `editions/${editionId}/transitions`, {
    body: { action, ...said },
    ifMatch: version,
    key: randomUUID(),
  });
}

/** Signs the revision that the open round is about. */
export async function signs(person: Colleague, editionId: string): Promise<EditionNow> {
  const rounds = await person.reads(
    pageOf(reviewRoundSchema),
    `editions/${editionId}/rounds?limit=1`,
  );
  const [round] = rounds.items;
  if (!round) throw new Error('there is no round to sign in');
  return acts(person, editionId, 'sign_off', { revisionHash: round.revisionHash });
}

/** The edition of an article in a language, once there is one. */
export async function editionIn(person: Colleague, articleId: string, language: Language) {
  const { editions } = await person.reads(articleWithEditionsSchema, `articles/${articleId}`);
  return editions.find((one) => one.language === language) ?? null;
}

/** Waits for the task that this person may take for an article, and takes it. */
export async function takesTask(
  person: Colleague,
  articleId: string,
  kind: 'translate' | 'review' | 'sign_off',
): Promise<z.infer<typeof taskSchema>> {
  const task = await eventually(async () => {
    const { items } = await person.reads(tasksSchema, `tasks?view=team&kind=${kind}&limit=100`);
    const found = items.find((one) => one.articleId === articleId);
    if (!found) throw new Error(`no ${kind} task yet`);
    return found;
  });
  return person.does(taskSchema, 'POST', `tasks/${task.id}/claim`, { ifMatch: task.version });
}

/** Confirms every segment with what `translation` says of its source. */
export async function translatesAll(
  translator: Colleague,
  editionId: string,
  translation: (source: string) => string,
): Promise<number> {
  const { items } = await translator.reads(segmentSheetSchema, `editions/${editionId}/segments`);
  for (const { id, version, source, status } of items) {
    if (status === 'confirmed') continue;
    const body = { target: translation(source), status: 'confirmed' };
    await translator.does(segmentAnswerSchema, 'PUT', `segments/${id}`, { body, ifMatch: version });
  }
  return items.length;
}
