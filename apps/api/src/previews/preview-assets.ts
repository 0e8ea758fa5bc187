import type { FastifyInstance } from 'fastify';
import type { Assets } from '@desk/public-page';

/** Where the API serves the portal's style sheets and fonts for previews. */
export const PREVIEW_ASSETS = '/newsroom/page';

/** Serves what pages refer to; their paths change with their content. */
export function servePreviewAssets(server: FastifyInstance, { byPath }: Assets): void {
  for (const [path, { type, bytes }] of byPath) {
    server.get(path, (_, reply) =>
      reply
        .header('Cache-Control', 'public, max-age=31536000, immutable')
        .header('Content-Type', type)
        .send(bytes),
    );
  }
}
