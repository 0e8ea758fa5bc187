import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the build puts the screens, as seen from the folder that processes start in. */
const BUILT = 'dist/newsroom';
const YEAR_SECONDS = 31_536_000;

/**
 * Serves the newsroom's screens under /newsroom. Scripts and fonts are named by their content
 * and kept by browsers; the page itself is asked for each time, so that a new version is there
 * at once. Every address below it gives the same page: which screen it is, the page finds out.
 */
export async function serveNewsroom(
  server: FastifyInstance,
  folder = join(process.cwd(), BUILT),
): Promise<void> {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) return;
  const html = readFileSync(file, 'utf8');
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/newsroom/assets/',
    decorateReply: false,
    immutable: true,
    maxAge: YEAR_SECONDS * 1_000,
    preCompressed: true,
    index: false,
  });
  const page = (_: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .header('Content-Security-Policy', policy(nonce))
      .send(html.replace('%NONCE%', nonce));
  };
  server.get('/newsroom', page);
  server.get('/newsroom/*', page);
  server.get('/', (_, reply) => reply.redirect('/newsroom', 302));
}

/** Nothing from other hosts; styles that the components write carry the nonce of the page. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
