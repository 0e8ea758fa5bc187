import { plainText } from '@desk/contracts';
import { comparable } from '@desk/languages';
import type { Segment } from './sheet';

export const filters = [
  'all',
  'untranslated',
  'unconfirmed',
  'doubtful',
  'changed',
  'warnings',
] as const;
export type Filter = (typeof filters)[number];

const passes: Readonly<Record<Filter, (segment: Segment) => boolean>> = {
  all: () => true,
  untranslated: ({ status }) => status === 'untranslated',
  unconfirmed: ({ status }) => status !== 'confirmed',
  doubtful: ({ doubtful }) => doubtful,
  changed: ({ previousSource }) => previousSource !== null,
  warnings: ({ findings }) =>
    findings.some(({ severity, dismissal }) => severity !== 'note' && dismissal === null),
};

/** The segments of a filter in which the words stand, in source or target, whatever the tones. */
export function filtered(items: readonly Segment[], filter: Filter, words: string): Segment[] {
  const sought = comparable(words.trim());
  return items.filter(
    (segment) =>
      passes[filter](segment) &&
      (sought === '' ||
        [segment.source, segment.target].some((text) =>
          comparable(plainText(text)).includes(sought),
        )),
  );
}

export const countOf = (items: readonly Segment[], filter: Filter): number =>
  items.filter(passes[filter]).length;

/** The next segment after this one that is still to be confirmed; from the top when none follows. */
export function nextToDo(items: readonly Segment[], after: string): Segment | undefined {
  const at = items.findIndex(({ id }) => id === after);
  const open = ({ status }: Segment): boolean => status !== 'confirmed';
  return items.slice(at + 1).find(open) ?? items.slice(0, Math.max(at, 0)).find(open);
}

/** Untranslated segments that say the same as the one just confirmed: they fill themselves. */
export const repeatsOf = (items: readonly Segment[], confirmed: Segment): Segment[] =>
  items.filter(
    ({ id, source, status }) =>
      id !== confirmed.id && status === 'untranslated' && source === confirmed.source,
  );
