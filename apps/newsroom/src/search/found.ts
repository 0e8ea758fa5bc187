import type { Language } from '@desk/languages';
import type { Shape } from '../api/client';
import { placeOf } from '../queue/task-place';

export type FoundKind = 'commands' | 'articles' | 'tasks' | 'terms' | 'people';

/** One thing that was found, and the screen that shows it. */
export interface Found {
  readonly key: string;
  readonly kind: FoundKind;
  readonly title: string;
  readonly to: string;
  readonly language?: Language;
}

/** What a search found, as one list: articles first, once each edition. */
export const foundThings = ({ articles, tasks, concepts, people }: Shape<'Search'>): Found[] => [
  ...articles.map(({ editionId, language, title }) => ({
    key: editionId,
    kind: 'articles' as const,
    title,
    language,
    to: `/editions/${editionId}`,
  })),
  ...tasks.map((task) => ({
    key: task.id,
    kind: 'tasks' as const,
    title: task.title,
    language: task.language,
    to: placeOf(task),
  })),
  ...concepts.map(({ conceptId, terms }) => ({
    key: conceptId,
    kind: 'terms' as const,
    title: terms
      .filter(({ status }) => status === 'preferred')
      .map(({ term }) => term)
      .join(' · '),
    to: `/glossary?concept=${conceptId}`,
  })),
  ...people.map(({ id, name }) => ({
    key: id,
    kind: 'people' as const,
    title: name,
    to: `/admin/people?person=${id}`,
  })),
];
