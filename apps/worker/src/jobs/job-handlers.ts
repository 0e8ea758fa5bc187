import { Injectable } from '@nestjs/common';
import {
  Digests,
  EmailDelivery,
  FanOut,
  WebhookDeliveryService,
  WebhookFanOut,
} from '@desk/notifications';
import { FileReadings, Suggestions } from '@desk/translation';
import { MakeRenditions } from '../media/make-renditions.js';
import { PublishRelease } from '../publishing/publish-release.js';
import { Sweep } from '../relay/sweep.js';
import { FollowFacts } from '../tasks/follow-facts.js';
import { TaskRounds } from '../tasks/task-rounds.js';
import { PrepareArticle } from '../translation/prepare-article.js';
import { PrepareEdition } from '../translation/prepare-edition.js';
import { Cleaning } from './cleaning.js';
import type { LedgerHandlers, PlainHandlers } from './handlers.js';

/** A waiting job is looked for in Redis only when it has waited this long. */
const SWEEP_OLDER_THAN_MS = 10_000;

/** Which code does which job. The types hold it complete; the runner checks it again at start. */
@Injectable()
export class JobHandlers {
  readonly ledger: LedgerHandlers;
  readonly plain: PlainHandlers;

  constructor(
    prepareArticle: PrepareArticle,
    prepareEdition: PrepareEdition,
    files: FileReadings,
    suggestions: Suggestions,
    followFacts: FollowFacts,
    fanOut: FanOut,
    webhookFanOut: WebhookFanOut,
    emails: EmailDelivery,
    deliveries: WebhookDeliveryService,
    releases: PublishRelease,
    renditions: MakeRenditions,
    sweep: Sweep,
    taskRounds: TaskRounds,
    digests: Digests,
    cleaning: Cleaning,
  ) {
    this.ledger = {
      'translation.prepare': prepareArticle,
      'translation.prepare-edition': prepareEdition,
      'tasks.follow': followFacts,
      'notifications.fan-out': { handle: (tx, at, entry) => fanOut.fanOut(tx, at, entry) },
      'media.renditions': renditions,
      'webhooks.fan-out': { handle: (tx, at, entry) => webhookFanOut.fanOut(tx, at, entry) },
    };
    this.plain = {
      'translation.read-file': ({ fileId }) => files.fulfil(fileId),
      'translation.suggest': ({ orderId }) => suggestions.fulfil(orderId),
      'email.deliver': async ({ emailId }) => void (await emails.deliver(emailId)),
      'webhooks.deliver': async ({ deliveryId }) => void (await deliveries.deliver(deliveryId)),
      'publishing.release': ({ releaseId }) => releases.handle(releaseId),
      'maintenance.sweep': async () => void (await sweep.pass(SWEEP_OLDER_THAN_MS)),
      'maintenance.leases': () => taskRounds.leases(),
      'maintenance.reminders': () => taskRounds.reminders(),
      'maintenance.digests': async () => void (await digests.writeDue()),
      'maintenance.cleaning': () => cleaning.clean(),
    };
  }
}
