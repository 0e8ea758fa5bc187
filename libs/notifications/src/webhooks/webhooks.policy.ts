import { NotAllowed } from '@desk/errors';
import { can, type Person } from '@desk/people';

/** @throws NotAllowed `permission.denied` */
export function mayManageWebhooks(person: Person): void {
  if (!can(person, 'webhook.manage')) {
    throw new NotAllowed('permission.denied', { permission: 'webhook.manage' });
  }
}
