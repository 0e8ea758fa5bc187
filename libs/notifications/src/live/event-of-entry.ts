import {
  editionStateSchema,
  taskKindSchema,
  type LiveEvent,
  type TaskState,
} from '@desk/contracts';
import { isLanguage } from '@desk/languages';
import { saying, type Entry } from '@desk/ledger';
import { can, type Person } from '@desk/people';
import type { NoticeRow } from '../inbox/notices.queries.js';

/** Where a task stands after each of its facts. */
const taskStates: Readonly<Record<string, TaskState>> = {
  'task.opened': 'open',
  'task.claimed': 'claimed',
  'task.released': 'open',
  'task.lapsed': 'open',
  'task.done': 'done',
  'task.cancelled': 'cancelled',
};

/** The event that screens hear of a ledger entry: ids and states. Null: of no concern to them. */
export function eventOf(entry: Entry): LiveEvent | null {
  const { fact, subjectId } = entry;
  const [family] = fact.split('.');
  switch (family) {
    case 'task':
      return subjectId === null ? null : { type: 'task', data: { ...taskOf(entry, subjectId) } };
    case 'article':
    case 'edition':
    case 'revision':
    case 'comment':
    case 'release':
      return {
        type: 'edition',
        data: {
          ...about(entry),
          fact,
          sectionId: entry.sectionId,
          state: editionStateSchema.safeParse(entry.payload.to).data ?? null,
          revisionId: entry.revisionId,
          subjectId,
        },
      };
    case 'translation':
    case 'job':
      return { type: 'job', data: jobOf(entry) };
    default:
      return null;
  }
}

/** Whether a person may hear of an entry: whoever may see the section, or look after the jobs. */
export function mayHear(person: Person, entry: Entry): boolean {
  if (entry.fact.startsWith('job.')) return can(person, 'jobs.manage');
  return entry.sectionId !== null && can(person, 'article.read', { sectionId: entry.sectionId });
}

/** The event of a new notice. */
export const eventOfNotice = (notice: NoticeRow, place: number): LiveEvent => ({
  type: 'notice',
  data: {
    place,
    at: notice.createdAt.toISOString(),
    noticeId: notice.id,
    kind: notice.kind,
    articleId: notice.articleId,
    editionId: notice.editionId,
    taskId: notice.taskId,
    language: notice.facts.language,
  },
});

const about = (entry: Entry) => ({
  place: entry.place ?? 0,
  at: entry.at.toISOString(),
  articleId: entry.articleId,
  editionId: entry.editionId,
  language: isLanguage(entry.language) ? entry.language : null,
});

const taskOf = (entry: Entry, taskId: string) => ({
  ...about(entry),
  fact: entry.fact,
  taskId,
  kind: taskKindSchema.safeParse(entry.payload.kind).data ?? null,
  state: taskStates[entry.fact] ?? null,
});

function jobOf(entry: Entry) {
  const prepared = saying('translation.prepared', entry);
  const suggested = saying('translation.suggested', entry);
  const died = saying('job.died', entry) ?? saying('job.resent', entry);
  return {
    ...about(entry),
    fact: entry.fact,
    job: died?.job ?? (suggested ? 'translation.suggest' : 'translation.prepare-edition'),
    segments: prepared?.segments ?? suggested?.segments ?? null,
    fromMemory: prepared?.fromMemory ?? null,
  };
}
