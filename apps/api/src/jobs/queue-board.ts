import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { NotAllowed } from '@desk/errors';
import { can } from '@desk/people';
import { JobQueues } from '@desk/queues';
import { sendProblem, SessionGuard } from '../http/index.js';

const PLACE = '/admin/queues';
/** The board writes styles into its page; it loads nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

/**
 * bull-board, for who may manage jobs. It shows and changes nothing: what is to be done is in
 * the database, and dead jobs are sent again by the newsroom's own command.
 */
export async function registerQueueBoard(app: NestFastifyApplication): Promise<void> {
  const board = new FastifyAdapter().setBasePath(PLACE);
  createBullBoard({
    queues: app
      .get(JobQueues, { strict: false })
      .all()
      .map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Mekong Desk' } },
  });
  const guard = app.get(SessionGuard, { strict: false });
  const admit = async (request: FastifyRequest): Promise<void> => {
    const { person } = await guard.admit(request);
    if (!can(person, 'jobs.manage')) {
      throw new NotAllowed('permission.denied', { permission: 'jobs.manage' });
    }
  };
  await app
    .getHttpAdapter()
    .getInstance()
    .register(
      async (scope) => {
        scope.addHook('onRequest', async (request, reply) => {
          void reply.header('Content-Security-Policy', policy);
          // The board has an error handler of its own, which would answer 500.
          await admit(request).catch((error: unknown) => sendProblem(error, request, reply));
        });
        await scope.register(board.registerPlugin());
      },
      { prefix: PLACE },
    );
}
