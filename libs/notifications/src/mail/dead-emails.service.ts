import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Missing, NotAllowed } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import { can, type Person } from '@desk/people';
import { deadEmails, reviveEmail, type DeadEmail } from './emails.queries.js';

/** E-mails that were given up: seen, and sent again. */
@Injectable()
export class DeadEmails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  async list(person: Person, limit: number): Promise<DeadEmail[]> {
    mayManageJobs(person);
    return deadEmails(this.dataSource, limit);
  }

  /**
   * It is to be sent after all, with its old Message-ID.
   * @throws Missing `job.not_dead`
   */
  async resend(person: Person, id: string): Promise<{ id: string }> {
    mayManageJobs(person);
    return this.commands.run(async (tx, at) => {
      if (!(await reviveEmail(tx, id, at))) throw new Missing('job.not_dead', { id });
      const what = { job: 'email.deliver' };
      await record(tx, at, person.id, 'job.resent', { subjectId: id }, what);
      return { id };
    });
  }
}

function mayManageJobs(person: Person): void {
  if (!can(person, 'jobs.manage')) {
    throw new NotAllowed('permission.denied', { permission: 'jobs.manage' });
  }
}
