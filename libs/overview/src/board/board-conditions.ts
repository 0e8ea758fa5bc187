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
  const { language, state, step, stale, personId } = narrowing;
  const taskParts = partsOfTasks(person, narrowing, at);
  const who = personId === 'me' ? person.id : personId;
  const parts: Part[] = [];
  if (language) parts.push(['e.language = ?', language]);
  if (state) parts.push(['e.state = ?', state]);
  if (step) parts.push([stepCondition[step]]);
  if (stale !== undefined) parts.push([stale ? isStale('e') : `NOT ${isStale('e')}`]);
  if (taskParts.length > 0) parts.push(withOpenTask(taskParts));
  else if (who !== undefined) parts.push(withPerson(who));
  if (narrowing.text !== undefined) parts.push(...titleHas('e', narrowing.text));
  return parts;
}

/** When an article was last changed; `column`: the last change of any of its editions. */
export function updatedParts(column: string, narrowing: Narrowing, at: Date): Part[] {
  const { updatedFrom, updatedTo, updatedWithinDays } = narrowing;
  const parts: Part[] = [];
  if (updatedFrom !== undefined) parts.push([`${column} >= ?`, new Date(updatedFrom)]);
  if (updatedTo !== undefined) parts.push([`${column} < ?`, new Date(updatedTo)]);
  if (updatedWithinDays !== undefined) {
    parts.push([`${column} >= ?`, new Date(at.getTime() - updatedWithinDays * DAY_MS)]);
  }
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

function withOpenTask(parts: readonly Part[]): Part {
  const [text, ...parameters] = joined(parts);
  return [
    `e.id IN (SELECT t.edition_id FROM task t WHERE t.open_due_at IS NOT NULL AND ${text})`,
    ...parameters,
  ];
}

const withPerson = (id: string): Part => [
  `e.id IN (SELECT t.edition_id FROM task t WHERE t.assignee_id = ? AND t.open_due_at IS NOT NULL)
   OR e.id IN (SELECT r.edition_id FROM review_round r WHERE r.opened_by = ?)
   OR (e.is_source AND e.article_id IN (SELECT a.id FROM article a WHERE a.created_by = ?))`,
  id,
  id,
  id,
];
