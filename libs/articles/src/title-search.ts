import { bare, comparable } from '@desk/languages';

/** What is kept of a title beside it, so that it can be searched. */
export const titleColumns = (title: string): { folded: string; bare: string } => ({
  folded: comparable(title).slice(0, 500),
  bare: bare(title).slice(0, 500),
});

type Part = readonly [text: string, ...parameters: unknown[]];

/**
 * Conditions that the title of edition `alias` has all these words or parts of words, in any
 * order; Khmer, which has no spaces, by any piece of it. A word without marks finds any marks;
 * who types marks means them.
 */
export const titleHas = (alias: string, text: string): Part[] =>
  comparable(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) =>
      bare(word) === word
        ? [`${alias}.title_bare LIKE ?`, containing(word)]
        : [`${alias}.title_folded LIKE ?`, containing(word)],
    );

const containing = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
