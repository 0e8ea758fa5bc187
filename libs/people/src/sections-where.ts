import type { Language } from '@desk/languages';
import { can, type Permission } from './can.policy.js';
import type { Person } from './person.js';

/** Sections that something holds for; null: all of them. */
export type Sections = readonly string[] | null;

/** Stands for a section that no grant names: only a grant for all sections covers it. */
const anywhere = '00000000-0000-0000-0000-000000000000';

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
