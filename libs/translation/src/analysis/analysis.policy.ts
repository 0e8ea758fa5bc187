import { NotAllowed } from '@desk/errors';
import { can, type Person } from '@desk/people';

/** Stands for a section that no grant names: only a grant for all sections covers it. */
const anywhere = '00000000-0000-0000-0000-000000000000';

/**
 * The sections whose figures a person may read, those of their teams; null: of all.
 * @throws NotAllowed `permission.denied`
 */
export function sectionsOfTeam(person: Person): readonly string[] | null {
  const permission = 'team.read';
  if (can(person, permission, { sectionId: anywhere })) return null;
  const named = new Set(person.grants.flatMap(({ sectionId }) => sectionId ?? []));
  const sections = [...named].filter((sectionId) => can(person, permission, { sectionId }));
  if (sections.length === 0) throw new NotAllowed('permission.denied', { permission });
  return sections;
}
