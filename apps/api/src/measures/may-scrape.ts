import type { FastifyRequest } from 'fastify';
import { sameSecret } from '@desk/people';

const loopback = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;
/** What a proxy adds: behind one on this machine everybody comes from the loopback. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** Measures are for programs on this machine, and for those who know the token. */
export function mayScrape(
  request: Pick<FastifyRequest, 'headers' | 'socket'>,
  token: string | undefined,
): boolean {
  const { headers, socket } = request;
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined && token !== undefined && sameSecret(bearer, token)) return true;
  if (forwarding.some((name) => headers[name] !== undefined)) return false;
  return loopback.test(socket.remoteAddress ?? '');
}
