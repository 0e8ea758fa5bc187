import type { Edition } from '@desk/articles';
import type { EditionState } from '@desk/contracts';
import type { Language } from '@desk/languages';

/** A language that keeps the others waiting; state null: there is no edition yet. */
export interface MissingEdition {
  readonly language: Language;
  readonly state: EditionState | null;
}

/** The editions that go public with the one that was asked for, and what they wait for. */
export interface ReleaseGroup {
  readonly editions: readonly Edition[];
  readonly missing: readonly MissingEdition[];
}

/**
 * Who goes with whom. `as-ready`, and languages that the section does not require: the edition
 * alone. `together`: every required language that was not public before; those that were do not
 * wait for the others any more. `all` are the article's editions.
 */
export function releaseGroup(asked: Edition, all: readonly Edition[]): ReleaseGroup {
  const { release, requiredLanguages } = asked.policy;
  if (release === 'as-ready' || !requiredLanguages.includes(asked.language)) {
    return { editions: [asked], missing: missingOf([asked]) };
  }
  const waitedFor = requiredLanguages.filter((language) => liveness(all, language) === 'none');
  const editions = all.filter((edition) => waitedFor.includes(edition.language));
  const absent = waitedFor.filter((language) => !all.some((one) => one.language === language));
  return {
    editions,
    missing: [...missingOf(editions), ...absent.map((language) => ({ language, state: null }))],
  };
}

const liveness = (all: readonly Edition[], language: Language) =>
  all.find((edition) => edition.language === language)?.liveness ?? 'none';

const missingOf = (editions: readonly Edition[]): MissingEdition[] =>
  editions.flatMap(({ language, state }) => (state === 'approved' ? [] : [{ language, state }]));
