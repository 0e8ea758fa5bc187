import { Injectable } from '@nestjs/common';
import { EmailDelivery, dueEmails } from '@desk/notifications';
import type { DueSource } from '../relay/outbound.relay.js';

/** The job `email.deliver`. */
@Injectable()
export class DeliverEmail {
  constructor(private readonly emails: EmailDelivery) {}

  /** Safe to run twice: only who claims the e-mail sends it. What fails is due again later. */
  async handle(emailId: string): Promise<void> {
    await this.emails.deliver(emailId);
  }
}

/** The e-mails whose time has come. */
export const emailsDue: DueSource = {
  job: 'email.deliver',
  due: dueEmails,
  payload: (emailId) => ({ emailId }),
};
