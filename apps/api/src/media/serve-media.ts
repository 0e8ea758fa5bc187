import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Media } from '@desk/articles';
import { readMediaPath } from '@desk/contracts';
import { Missing } from '@desk/errors';
import { SessionGuard } from '../http/index.js';
import { sendFile } from './send-file.js';

/** What is at an address of media never changes; it is kept by the reader's own browser alone. */
const forGood = 'private, max-age=31536000, immutable';

/**
 * Serves media in the newsroom at the addresses that texts name and that readers know from the
 * portal, to who may see the library: what is in drafts is nobody else's business.
 */
export function serveMedia(app: NestFastifyApplication): void {
  const guard = app.get(SessionGuard, { strict: false });
  const media = app.get(Media, { strict: false });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/media/*', async (request, reply): Promise<FastifyReply> => {
      const { person } = await guard.admit(request);
      const address = readMediaPath(request.url.split('?')[0] ?? '');
      const { range } = request.headers;
      const file = address && (await media.atAddress(person, address.key, address.file, range));
      if (!file) throw new Missing('request.not_found');
      return sendFile(reply.header('cache-control', forGood), file);
    });
}
