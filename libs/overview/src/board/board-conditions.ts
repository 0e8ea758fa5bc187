import type { BoardFilter } from '@desk/contracts';
import { titleHas } from '@desk/articles';
import type { Person } from '@desk/people';
import { stepCondition } from '../step.policy.js';

/** A part of a WHERE with its parameters. */
export type Part = readonly [text: string, ...parameters: unknown[]];

/** What is looked for, without the way it is ordered. */
export type Narrowing = Omit<BoardFilter, 'sort'>;

const DAY_MS = 86_400_000;

export const joined = (parts: readonly Part[], word: 'AND' | 'OR' = 'AND'): Part => [
  parts.map(([text]) => `(${text})`).join(` ${word} `),
  ...parts.flatMap(([, ...parameters]) => parameters),
];

/** That an edition is a translation of an older source than the one that is approved. */
export const isStale = (edition: string): string => `(NOT ${edition}.is_source AND EXISTS (
  SELECT 1 FROM edition src JOIN revision newest ON newest.id = src.approved_revision_id
  WHERE src.article_id = ${edition}.article_id AND src.is_source
    AND NOT (${edition}.source_revision_id <=> COALESCE(newest.stands_for, newest.id))))`;

/** What is asked of one edition `e` of an article. */
export function editionParts(person: Person, narrowing: Narrowing, at: Date): Part[] {
  const { language, state, step, stale, personId, updatedFrom, updatedTo } = narrowing;
  const taskParts = partsOfTasks(person, narrowing, at);
  const who = personId === 'me' ? person.id : personId;
  const parts: Part[] = [];
  if (language) parts.push(['e.language = ?', language]);
  if (state) parts.push(['e.state = ?', state]);
  if (step) parts.push([stepCondition[step]]);
  if (stale !== undefined) parts.push([stale ? isStale('e') : `NOT ${isStale('e')}`]);
  if (taskParts.length > 0) parts.push(openTask(taskParts));
  else if (who !== undefined) {
    parts.push(
      joined(
        [
          openTask([['t.assignee_id = ?', who]]),
          ['JSON_CONTAINS(e.contributors, JSON_QUOTE(?))', who],
        ],
        'OR',
      ),
    );
  }
  if (updatedFrom !== undefined) parts.push(['e.updated_at >= ?', new Date(updatedFrom)]);
  if (updatedTo !== undefined) parts.push(['e.updated_at < ?', new Date(updatedTo)]);
  if (narrowing.updatedWithinDays !== undefined) {
    const since = new Date(at.getTime() - narrowing.updatedWithinDays * DAY_MS);
    parts.push(['e.updated_at >= ?', since]);
  }
  if (narrowing.text !== undefined) parts.push(...titleHas('e', narrowing.text));
  return parts;
}

/** What is asked of one open task; whose it is only beside something else. */
function partsOfTasks(person: Person, narrowing: Narrowing, at: Date): Part[] {
  const { overdue, urgent, dueFrom, dueTo, dueWithinDays, personId } = narrowing;
  const parts: Part[] = [];
  if (overdue !== undefined) parts.push([`t.open_due_at ${overdue ? '<=' : '>'} ?`, at]);
  if (urgent !== undefined) parts.push(['t.priority = ?', urgent ? 'urgent' : 'normal']);
  if (dueFrom !== undefined) parts.push(['t.open_due_at >= ?', new Date(dueFrom)]);
  if (dueTo !== undefined) parts.push(['t.open_due_at < ?', new Date(dueTo)]);
  if (dueWithinDays !== undefined) {
    parts.push(['t.open_due_at < ?', new Date(at.getTime() + dueWithinDays * DAY_MS)]);
  }
  if (parts.length > 0 && personId !== undefined) {
    parts.push(['t.assignee_id = ?', personId === 'me' ? person.id : personId]);
  }
  return parts;
}

function openTask(parts: readonly Part[]): Part {
  const [text, ...parameters] = joined(parts);
  return [
    `EXISTS (SELECT 1 FROM task t WHERE t.edition_id = e.id AND t.open_due_at IS NOT NULL
       AND ${text})`,
    ...parameters,
  ];
}
