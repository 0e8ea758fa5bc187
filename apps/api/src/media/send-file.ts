import type { FastifyReply } from 'fastify';
import type { ServedFile } from '@desk/storage';

/** Files come from people: no browser may take one for something else, or run what is in it. */
export function sendFile(
  reply: FastifyReply,
  { status, headers, stream }: ServedFile,
): FastifyReply {
  return reply
    .status(status)
    .headers(headers)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .send(stream ?? '');
}

/** How a file is called when it is saved, in any script (RFC 6266). */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return name === '' ? kind : `${kind}; filename*=UTF-8''${encoded}`;
}
