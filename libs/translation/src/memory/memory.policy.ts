import { NotAllowed } from '@desk/errors';
import { can, type Permission, type Person } from '@desk/people';

type MemoryPermission = Extract<Permission, `memory.${string}`>;

/**
 * The memory is the whole newsroom's: who may do this somewhere may do it for all sections, but
 * units of a section are only for those who may see the section.
 * @throws NotAllowed `permission.denied`
 */
export function mayUseMemory(person: Person, permission: MemoryPermission): void {
  if (!can(person, permission)) throw new NotAllowed('permission.denied', { permission });
}
