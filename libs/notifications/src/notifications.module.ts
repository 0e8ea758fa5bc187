import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { FanOut } from './fan-out.service.js';
import { Inbox } from './inbox/inbox.service.js';
import { Preferences } from './inbox/preferences.service.js';
import { Subscriptions } from './inbox/subscriptions.service.js';
import { LiveEvents } from './live/live-events.service.js';
import { DeadEmails } from './mail/dead-emails.service.js';
import { Digests } from './mail/digests.service.js';
import { EmailDelivery } from './mail/email-delivery.service.js';
import { ResetTokens } from './mail/reset-tokens.js';
import { Unsubscriptions } from './mail/unsubscriptions.service.js';
import { NOTIFICATION_SETTINGS, type NotificationSettings } from './settings.js';
import { WebhookDeliveryService } from './webhooks/webhook-delivery.service.js';
import { WebhookFanOut } from './webhooks/webhook-fan-out.service.js';
import { Webhooks } from './webhooks/webhooks.service.js';

const services: Provider[] = [
  DeadEmails,
  Digests,
  EmailDelivery,
  FanOut,
  Inbox,
  LiveEvents,
  Preferences,
  ResetTokens,
  Subscriptions,
  Unsubscriptions,
  WebhookDeliveryService,
  WebhookFanOut,
  Webhooks,
];

/** Who hears what. Needs the database's, the ledger's and people's modules. */
@Module({})
export class NotificationsModule {
  static forRoot(settings: NotificationSettings): DynamicModule {
    return {
      module: NotificationsModule,
      global: true,
      providers: [{ provide: NOTIFICATION_SETTINGS, useValue: settings }, ...services],
      exports: services,
    };
  }
}
