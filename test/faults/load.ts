import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { pageOf, reviewRoundSchema } from '@desk/contracts';
import { seedStory, textOf } from '../../apps/cli/src/demonstration/stories.js';
import type { Answered, Colleague } from '../support/colleague.js';

const createdSchema = z.object({ editionId: z.uuid(), version: z.int() });
const versionSchema = z.object({ version: z.int() });

/** What the API acknowledged. */
export interface Acknowledged {
  readonly created: string[];
  readonly submitted: string[];
  readonly approved: string[];
}

/**
 * Articles written, submitted and signed off one after another until told to stop. A request
 * without an answer is sent again under its Idempotency-Key until there is one.
 */
export class Load {
  readonly acknowledged: Acknowledged = { created: [], submitted: [], approved: [] };
  retries = 0;
  private stopping = false;
  private readonly loops: Promise<void>[] = [];

  constructor(
    private readonly writer: Colleague,
    private readonly approver: Colleague,
    private readonly sectionId: string,
  ) {}

  start(clients: number): void {
    for (let client = 0; client < clients; client += 1) this.loops.push(this.loop(client));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.loops);
  }

  private async loop(client: number): Promise<void> {
    for (let number = 0; !this.stopping; number += 1) await this.article(`${client}.${number}`);
  }

  private async article(name: string): Promise<void> {
    const { writer, approver, sectionId, acknowledged } = this;
    const text = { ...textOf(seedStory, 'vi'), title: `Bài ${name}` };
    const body = { sectionId, sourceLanguage: 'vi', byline: 'THT', ...text };
    const created = createdSchema.parse(await this.surely(writer, 'POST', 'articles', { body }));
    const { editionId } = created;
    acknowledged.created.push(editionId);
    const path = `editions/${editionId}/transitions`;
    const submitted = versionSchema.parse(
      await this.surely(writer, 'POST', path, {
        body: { action: 'submit' },
        ifMatch: created.version,
      }),
    );
    acknowledged.submitted.push(editionId);
    const rounds = await this.surely(approver, 'GET', `editions/${editionId}/rounds`, {});
    const revisionHash = pageOf(reviewRoundSchema).parse(rounds).items[0]?.revisionHash;
    const sign = { body: { action: 'sign_off', revisionHash }, ifMatch: submitted.version };
    await this.surely(approver, 'POST', path, sign);
    acknowledged.approved.push(editionId);
  }

  private async surely(
    person: Colleague,
    method: string,
    path: string,
    sent: { body?: unknown; ifMatch?: number },
  ): Promise<unknown> {
    const key = method === 'GET' ? {} : { key: randomUUID() };
    for (;;) {
      const answered = await person.send(method, path, { ...sent, ...key }).catch(noAnswer);
      if (answered !== null && answered.status < 500) {
        if (answered.status < 300) return answered.body;
        throw new Error(`${method} ${path}: ${answered.status} ${JSON.stringify(answered.body)}`);
      }
      this.retries += 1;
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
}

const noAnswer = (): Answered | null => null;
