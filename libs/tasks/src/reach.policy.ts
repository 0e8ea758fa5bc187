import { taskKindSchema, type TaskKind } from '@desk/contracts';
import { languages, type Language } from '@desk/languages';
import { can, type Permission, type Person } from '@desk/people';
import { permissionFor } from './task.js';

/** Sections that something holds for; null: all of them. */
export type Sections = readonly string[] | null;

/** Tasks of one kind that a person may do: in these sections, from and into these languages. */
export interface Reach {
  readonly kind: TaskKind;
  readonly sections: Sections;
  readonly pairs: readonly (readonly [language: Language, source: Language])[];
}

/** Stands for a section that no grant names: only a grant for all sections covers it. */
const anywhere = '00000000-0000-0000-0000-000000000000';

/**
 * The tasks that a person may do, so that a database can look for them. Every combination is
 * asked of `can`, which alone decides; whose own text it is, the list leaves out itself.
 */
export function reachOf(person: Person): Reach[] {
  const reach = new Map<
    string,
    { kind: TaskKind; sections: Sections; pairs: Reach['pairs'][number][] }
  >();
  for (const kind of taskKindSchema.options) {
    for (const language of languages) {
      for (const sourceLanguage of languages) {
        const sections = sectionsWhere(person, permissionFor[kind], { language, sourceLanguage });
        if (sections?.length === 0) continue;
        const key = `${kind} ${sections?.join(' ') ?? 'all'}`;
        const found = reach.get(key) ?? { kind, sections, pairs: [] };
        found.pairs.push([language, sourceLanguage]);
        reach.set(key, found);
      }
    }
  }
  return [...reach.values()];
}

/** The sections in which a person may do this. */
export function sectionsWhere(
  person: Person,
  permission: Permission,
  about: { language?: Language; sourceLanguage?: Language } = {},
): Sections {
  if (can(person, permission, { ...about, sectionId: anywhere })) return null;
  const named = new Set(person.grants.flatMap(({ sectionId }) => sectionId ?? []));
  return [...named].filter((sectionId) => can(person, permission, { ...about, sectionId }));
}
