import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { NotAllowed } from '@desk/errors';
import { DeadEmails, type DeadEmail } from '@desk/notifications';
import { can, type Person } from '@desk/people';
import { DeadLetters, ledgerJobs, type LedgerJob, type LedgerJobKey } from '@desk/queues';
import { Answers, Asker, Id } from '../http/index.js';

const keySchema = z.strictObject({
  entryId: z.uuid(),
  job: z.enum(ledgerJobs),
  part: z.string().max(20).default(''),
});
const jobSchema = z.object({
  ...keySchema.shape,
  state: z.enum(['waiting', 'done', 'dead']),
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: z.union([z.date(), z.iso.datetime()]),
  doneAt: z.union([z.date(), z.iso.datetime()]).nullable(),
});
const idSchema = z.object({ id: z.uuid() });
const emailSchema = z.object({
  ...idSchema.shape,
  accountId: z.uuid(),
  kind: z.string().nullable().describe('what it tells; null: the daily digest'),
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: z.union([z.date(), z.iso.datetime()]),
});
const limitSchema = z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) });

/** Dead letters: jobs that failed for good, and sending them again. */
@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly emails: DeadEmails,
  ) {}

  @Get('dead')
  @ApiOperation({ summary: 'The jobs that failed for good' })
  @Answers(z.object({ items: z.array(jobSchema) }), { description: 'The dead jobs, newest first' })
  async dead(
    @Asker() person: Person,
    @Query({ schema: limitSchema }) { limit }: z.infer<typeof limitSchema>,
  ): Promise<{ items: LedgerJob[] }> {
    allow(person);
    return { items: await this.deadLetters.list(limit) };
  }

  @Post('dead/resend')
  @ApiOperation({ summary: 'Has a dead job done after all' })
  @Answers(keySchema, { status: 200, description: 'The job, which is to be done after all' })
  async resend(
    @Asker() person: Person,
    @Body({ schema: keySchema }) key: z.infer<typeof keySchema>,
  ): Promise<LedgerJobKey> {
    allow(person);
    return this.deadLetters.resend(person.id, key);
  }

  @Get('dead/emails')
  @ApiOperation({ summary: 'The e-mails that were given up' })
  @Answers(z.object({ items: z.array(emailSchema) }), {
    description: 'E-mails given up, newest first',
  })
  async deadEmails(
    @Asker() person: Person,
    @Query({ schema: limitSchema }) { limit }: z.infer<typeof limitSchema>,
  ): Promise<{ items: DeadEmail[] }> {
    return { items: await this.emails.list(person, limit) };
  }

  @Post('dead/emails/:id/resend')
  @ApiOperation({ summary: 'Sends an e-mail after all that was given up' })
  @Answers(idSchema, { status: 200, description: 'The e-mail, which is to be sent after all' })
  async resendEmail(@Asker() person: Person, @Id('id') id: string): Promise<{ id: string }> {
    return this.emails.resend(person, id);
  }
}

function allow(person: Person): void {
  if (!can(person, 'jobs.manage')) {
    throw new NotAllowed('permission.denied', { permission: 'jobs.manage' });
  }
}
