import { Injectable } from '@nestjs/common';
import { WebhookDeliveryService, dueDeliveries } from '@desk/notifications';
import type { DueSource } from '../relay/outbound.relay.js';

/** The job `webhooks.deliver`. */
@Injectable()
export class DeliverWebhook {
  constructor(private readonly webhooks: WebhookDeliveryService) {}

  /** Safe to run twice: only who claims the delivery sends it. What fails is due again later. */
  async handle(deliveryId: string): Promise<void> {
    await this.webhooks.deliver(deliveryId);
  }
}

/** The deliveries whose time has come. */
export const deliveriesDue: DueSource = {
  job: 'webhooks.deliver',
  due: dueDeliveries,
  payload: (deliveryId) => ({ deliveryId }),
};
