import { NotAllowed } from '@desk/errors';
import { can, type Permission, type Person } from '@desk/people';

type GlossaryPermission = Extract<Permission, `glossary.${string}`>;

/**
 * The glossary is the whole newsroom's: who may do this somewhere may do it for all sections.
 * @throws NotAllowed `permission.denied`
 */
export function mayUseGlossary(person: Person, permission: GlossaryPermission): void {
  if (!can(person, permission)) throw new NotAllowed('permission.denied', { permission });
}
