import { z } from 'zod';
import { titleHas } from '@desk/articles';
import { encodeCursor, readCursor, type Page, type Task, type TaskFilter } from '@desk/contracts';
import type { Sql } from '@desk/database';
import { sectionsWhere, visibleSections, type Person, type Sections } from '@desk/people';
import { reachOf, type Reach } from './reach.policy.js';
import { tasksWhere } from './tasks.queries.js';

/** A part of a WHERE with its parameters. */
type Part = readonly [text: string, ...parameters: unknown[]];

const never: Part = ['FALSE'];
const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** What a person asks for: a filter and a page of it. */
export type TaskQuery = TaskFilter & { limit: number; cursor?: string | undefined };

/** The tasks that a person asked for and may see, soonest due first. */
export async function taskList(
  sql: Sql,
  person: Person,
  query: TaskQuery,
  at: Date,
): Promise<Page<Task>> {
  const parts = [...viewOf(person, query), ...narrowing(query, at)];
  const found = await tasksWhere(
    sql,
    parts.map(([text]) => `(${text})`).join(' AND '),
    parts.flatMap(([, ...parameters]) => parameters),
    query.limit + 1,
  );
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last ? encodeCursor([isoOf(last.dueAt), last.id]) : null };
}

/** The tasks still to be done that the person may know of, whose title has all these words. */
export async function taskSearch(
  sql: Sql,
  person: Person,
  text: string,
  most: number,
): Promise<Task[]> {
  const known = [
    ['t.assignee_id = ?', person.id] as const,
    ...reachOf(person).map(partOf),
    within(sectionsWhere(person, 'team.read')),
  ];
  const parts: Part[] = [
    ["t.state IN ('open', 'claimed')"],
    within(visibleSections(person)),
    [
      known.map(([condition]) => condition).join(' OR '),
      ...known.flatMap(([, ...parameters]) => parameters),
    ],
    ...titleHas('e', text),
  ];
  return tasksWhere(
    sql,
    parts.map(([condition]) => `(${condition})`).join(' AND '),
    parts.flatMap(([, ...parameters]) => parameters),
    most,
  );
}

function viewOf(person: Person, { view, state, assigneeId }: TaskFilter): Part[] {
  switch (view) {
    case 'mine':
      return [
        ['t.assignee_id = ?', person.id],
        ['t.state = ?', state ?? 'claimed'],
        within(visibleSections(person)),
      ];
    case 'team':
      return [
        ["t.state = 'open'"],
        ...(state === undefined || state === 'open' ? [] : [never]),
        freeTo(person),
      ];
    case 'all':
      return [
        within(sectionsWhere(person, 'team.read')),
        state === undefined ? ["t.state IN ('open', 'claimed')"] : ['t.state = ?', state],
        ...(assigneeId === undefined ? [] : [['t.assignee_id = ?', assigneeId] as const]),
      ];
  }
}

/** What a person may take: within their reach, not their own text, nor a round they have signed in. */
function freeTo(person: Person): Part {
  const reach = reachOf(person).map(partOf);
  if (reach.length === 0) return never;
  return [
    `(${reach.map(([text]) => text).join(' OR ')})
     AND (t.kind = 'translate' OR NOT (JSON_CONTAINS(e.contributors, JSON_QUOTE(?))
       OR EXISTS (SELECT 1 FROM sign_off s WHERE s.round_id = t.round_id AND s.account_id = ?
         AND s.voided_at IS NULL)))`,
    ...reach.flatMap(([, ...parameters]) => parameters),
    person.id,
    person.id,
  ];
}

function partOf({ kind, sections, pairs }: Reach): Part {
  const [text, ...parameters] = within(sections);
  return [
    `(t.kind = ? AND (t.language, t.source_language) IN (?) AND ${text})`,
    kind,
    pairs,
    ...parameters,
  ];
}

function within(sections: Sections): Part {
  if (sections === null) return ['TRUE'];
  return sections.length === 0 ? never : ['t.section_id IN (?)', sections];
}

function narrowing(query: TaskQuery, at: Date): Part[] {
  const parts: Part[] = [];
  if (query.kind) parts.push(['t.kind = ?', query.kind]);
  if (query.language) parts.push(['t.language = ?', query.language]);
  if (query.sectionId) parts.push(['t.section_id = ?', query.sectionId]);
  if (query.priority) parts.push(['t.priority = ?', query.priority]);
  if (query.overdue !== undefined) parts.push([`t.due_at ${query.overdue ? '<=' : '>'} ?`, at]);
  if (query.cursor !== undefined) {
    const [dueAt, id] = readCursor(query.cursor, cursorSchema);
    parts.push(['(t.due_at, t.id) > (?, ?)', new Date(dueAt), id]);
  }
  return parts;
}

const isoOf = (at: Date | string): string => (typeof at === 'string' ? at : at.toISOString());
