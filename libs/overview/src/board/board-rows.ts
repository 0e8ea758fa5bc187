import type { BoardArticle, BoardEdition, BoardTask } from '@desk/contracts';
import type { Sql } from '@desk/database';
import { can, type Person } from '@desk/people';
import { stepOf } from '../step.policy.js';
import {
  articleRows,
  editionRows,
  openTaskRows,
  progressRows,
  type ArticleRow,
  type EditionRow,
  type ProgressRow,
  type TaskRow,
} from './board-rows.queries.js';

/** Articles as the board shows them, in the order of their ids here. */
export async function boardRows(
  sql: Sql,
  person: Person,
  articleIds: readonly string[],
  at: Date,
): Promise<BoardArticle[]> {
  if (articleIds.length === 0) return [];
  const [articles, editions, tasks] = await Promise.all([
    articleRows(sql, articleIds),
    editionRows(sql, articleIds),
    openTaskRows(sql, articleIds),
  ]);
  const tasksOf = grouped(tasks, ({ editionId }) => editionId);
  const watched = editions.filter((edition) => isUnderWork(edition, tasksOf.get(edition.id) ?? []));
  const progress = await progressRows(
    sql,
    watched.map(({ id }) => id),
  );
  const progressOf = new Map(progress.map((one) => [one.editionId, one]));
  const editionsOf = grouped(editions, ({ articleId }) => articleId);
  const articleOf = new Map(articles.map((one) => [one.articleId, one]));
  return articleIds.flatMap((id) => {
    const article = articleOf.get(id);
    if (!article) return [];
    const cells = (editionsOf.get(id) ?? []).map((edition) =>
      cell(edition, tasksOf.get(edition.id) ?? [], progressOf.get(edition.id), at),
    );
    return [row(person, article, cells)];
  });
}

/** Of these it is told how far they are. */
const isUnderWork = (edition: EditionRow, tasks: readonly TaskRow[]): boolean =>
  !edition.isSource && (edition.stale || step(edition, tasks) === 'translation');

const step = ({ isSource, state }: EditionRow, tasks: readonly TaskRow[]) =>
  stepOf({ isSource, state, open: tasks.map(({ kind }) => kind) });

function row(person: Person, article: ArticleRow, editions: BoardEdition[]): BoardArticle {
  const { creatorId, creatorName, ...rest } = article;
  const changes = editions.map(({ updatedAt }) => new Date(updatedAt).getTime());
  return {
    ...rest,
    title: editions.find(({ isSource }) => isSource)?.title ?? '',
    createdBy: { id: creatorId, name: creatorName ?? '' },
    updatedAt: new Date(Math.max(article.createdAt.getTime(), ...changes)),
    directed: can(person, 'task.reassign', { sectionId: article.sectionId }),
    editions,
  };
}

function cell(
  { articleId: _, ...edition }: EditionRow,
  tasks: readonly TaskRow[],
  progress: ProgressRow | undefined,
  at: Date,
): BoardEdition {
  const [translation] = tasks.filter(({ kind }) => kind === 'translate');
  const isReopened = !['draft', 'changes_requested'].includes(edition.state);
  return {
    ...edition,
    // What is published waits to be translated again since its task was opened.
    since: translation && isReopened ? translation.createdAt : edition.since,
    progress: progress ? withPercent(progress) : null,
    step: stepOf({ ...edition, open: tasks.map(({ kind }) => kind) }),
    tasks: tasks.map((task) => shown(task, at)),
  };
}

const withPercent = ({ segments, confirmed }: ProgressRow) => ({
  segments,
  confirmed,
  percent: segments === 0 ? 100 : Math.floor((confirmed * 100) / segments),
});

function shown(task: TaskRow, at: Date): BoardTask {
  const { editionId: _, createdAt: __, assigneeId, assigneeName, ...rest } = task;
  return {
    ...rest,
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
    overdue: rest.dueAt <= at,
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
