import type { FoundPerson } from '@desk/contracts';
import type { Sql } from '@desk/database';
import { bare, comparable } from '@desk/languages';
import { activePeople, sectionsWhere, type Person } from '@desk/people';

/**
 * People by their names, for those who look after a team: who works in its sections, with what
 * they are there.
 */
export async function peopleNamed(
  sql: Sql,
  person: Person,
  text: string,
  most: number,
): Promise<FoundPerson[]> {
  const sections = sectionsWhere(person, 'team.read');
  const words = comparable(text).split(' ').filter(Boolean);
  if (sections?.length === 0 || words.length === 0) return [];
  const found: FoundPerson[] = [];
  for (const { id, name, grants } of await activePeople(sql)) {
    const theirs = grants.filter(
      ({ sectionId }) => sections === null || sectionId === null || sections.includes(sectionId),
    );
    if (sections !== null && theirs.length === 0) continue;
    if (!words.every((word) => isIn(name, word))) continue;
    found.push({ id, name, roles: [...new Set(theirs.map(({ role }) => role))] });
    if (found.length === most) break;
  }
  return found;
}

/** A word without marks finds any marks. */
const isIn = (name: string, word: string): boolean =>
  bare(word) === word ? bare(name).includes(word) : comparable(name).includes(word);
