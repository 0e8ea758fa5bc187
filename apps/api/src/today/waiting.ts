import type { TaskWithOptions, WaitingItem } from '@desk/contracts';
import type { ApprovedEdition, ReturnedEdition } from '@desk/overview';

/** What waits for a person, from where it is known. */
export interface Waiting {
  readonly mine: readonly TaskWithOptions[];
  readonly open: readonly TaskWithOptions[];
  readonly returned: readonly ReturnedEdition[];
  readonly toRelease: readonly ApprovedEdition[];
}

/**
 * All of it in one list, what is due first first; what is due at no time stands by when it came.
 * A text that came back stands once, with the task to mend it if there is one.
 */
export function waitingInOrder({ mine, open, returned, toRelease }: Waiting): WaitingItem[] {
  const backAs = new Map(returned.map((one) => [one.editionId, one]));
  const items = [
    ...mine.map((task) => ofTask(task, 'mine', backAs.get(task.editionId))),
    ...open.map((task) => ofTask(task, 'open', undefined)),
    ...returned
      .filter(({ editionId }) => !mine.some((task) => task.editionId === editionId))
      .map((one) => ({
        ...about(one),
        why: 'returned' as const,
        dueAt: null,
        since: one.at,
        task: null,
        returned: sentBack(one),
      })),
    ...toRelease.map((one) => ({
      ...about(one),
      why: 'release' as const,
      dueAt: null,
      since: one.since,
      task: null,
      returned: null,
    })),
  ];
  return items.toSorted((one, other) => time(one) - time(other));
}

const time = ({ dueAt, since }: WaitingItem): number => new Date(dueAt ?? since).getTime();

const ofTask = (
  task: TaskWithOptions,
  why: 'mine' | 'open',
  back: ReturnedEdition | undefined,
): WaitingItem => ({
  ...about(task),
  why,
  dueAt: task.dueAt,
  since: task.createdAt,
  task,
  returned: back && task.kind === 'translate' ? sentBack(back) : null,
});

type About = Pick<WaitingItem, 'articleId' | 'editionId' | 'sectionId' | 'language' | 'title'>;

const about = ({ articleId, editionId, sectionId, language, title }: About): About => ({
  articleId,
  editionId,
  sectionId,
  language,
  title,
});

const sentBack = ({ at, byId, byName, comment }: ReturnedEdition) => ({
  at,
  by: byId === null ? null : { id: byId, name: byName ?? '' },
  comment: comment ?? '',
});
