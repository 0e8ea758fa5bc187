import type { Sql } from '@desk/database';
import { dueDeliveries, dueEmails } from '@desk/notifications';
import { dueReleases } from '@desk/publishing';
import { dueFiles, dueSuggestions } from '@desk/translation';
import type { PublishRelease } from '../publishing/publish-release.js';
import type { DueSource } from './outbound.relay.js';

/** What falls due in its table: e-mails, webhook deliveries, releases, large files, suggestions. */
export const dueSources = (releases: PublishRelease): DueSource[] => [
  {
    job: 'publishing.release',
    due: dueReleaseJobs,
    payload: (releaseId) => ({ releaseId }),
    directly: (id) => releases.handle(id),
  },
  { job: 'email.deliver', due: dueEmails, payload: (emailId) => ({ emailId }) },
  { job: 'webhooks.deliver', due: dueDeliveries, payload: (deliveryId) => ({ deliveryId }) },
  { job: 'translation.read-file', due: dueFiles, payload: (fileId) => ({ fileId }) },
  { job: 'translation.suggest', due: dueSuggestions, payload: (orderId) => ({ orderId }) },
];

/** A release is tried anew every ten seconds while it is due and not yet public. */
async function dueReleaseJobs(sql: Sql, at: Date, limit: number) {
  const turn = Math.floor(at.getTime() / 10_000);
  const due = await dueReleases(sql, at, limit);
  return due.map((id) => ({ jobId: `release_${id}_${turn}`, id }));
}
