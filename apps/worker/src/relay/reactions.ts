import type { Entry, Fact } from '@desk/ledger';
import { saying } from '@desk/ledger';
import { hearingOf, isWebhookFact } from '@desk/notifications';
import type { LedgerJobName } from '@desk/queues';

/** A job that an entry causes; `part` tells the children of a flow apart. */
export interface Reaction {
  readonly job: LedgerJobName;
  readonly part: string;
}

/** Facts that tasks follow: work is asked for, given back, done. */
const followedByTasks: readonly Fact[] = [
  'edition.submitted',
  'edition.signed_off',
  'edition.approved',
  'edition.changes_requested',
  'edition.recalled',
  'article.changed',
];

/**
 * The jobs that follow a fact. A source's last sign-off starts one flow: the parent
 * `translation.prepare` and a child for each language that is asked for. `webhooks`: whether
 * any webhook listens at all.
 */
export function reactionsTo(entry: Entry, { webhooks }: { webhooks: boolean }): Reaction[] {
  const reactions: Reaction[] = [];
  if (followedByTasks.includes(entry.fact)) reactions.push({ job: 'tasks.follow', part: '' });
  if (hearingOf(entry.fact)) reactions.push({ job: 'notifications.fan-out', part: '' });
  if (webhooks && isWebhookFact(entry.fact)) reactions.push({ job: 'webhooks.fan-out', part: '' });
  if (framesPicture(entry)) reactions.push({ job: 'media.renditions', part: '' });
  const languages = saying('edition.approved', entry)?.languages ?? [];
  if (languages.length > 0) {
    reactions.push({ job: 'translation.prepare', part: '' });
    for (const part of languages) reactions.push({ job: 'translation.prepare-edition', part });
  }
  return reactions;
}

/** A picture came, or another part of it is shown: its sizes are to be made. */
const framesPicture = (entry: Entry): boolean =>
  entry.fact === 'media.reframed' || saying('media.added', entry)?.kind === 'picture';
