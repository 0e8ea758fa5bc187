import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { CheckedAddress } from './public-address.js';

/** From the first byte sent to the first answered: all of it. */
const WHOLE_MS = 10_000;
/** So much of an answer is let through before the connection is cut; nothing of it is kept. */
const MOST_ANSWER_BYTES = 65_536;

/**
 * Posts a body to a URL by connecting to exactly the addresses that were checked. Follows no
 * redirect and reads nothing of the answer but its status, which it returns.
 * @throws Error when there is no answer: refused, cut, bad certificate, too late
 */
export async function guardedPost(
  url: URL,
  to: readonly CheckedAddress[],
  headers: Readonly<Record<string, string>>,
  body: string,
  wholeMs = WHOLE_MS,
): Promise<number> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      {
        method: 'POST',
        agent: false,
        headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
        maxHeaderSize: 16_384,
        lookup: (_host, options, found) => {
          const [first] = to;
          if (options.all) found(null, [...to]);
          else if (first) found(null, first.address, first.family);
          else found(new Error('no address was checked'), '');
        },
      },
      resolve,
    );
    const timer = setTimeout(() => request.destroy(new Error('no answer in time')), wholeMs);
    request.on('close', () => {
      clearTimeout(timer);
    });
    request.on('error', reject);
    request.end(body);
  });
  swallow(answer);
  return answer.statusCode ?? 0;
}

/** Lets a short answer end in peace and cuts a long one. */
function swallow(answer: IncomingMessage): void {
  let bytes = 0;
  answer.on('error', () => undefined);
  answer.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > MOST_ANSWER_BYTES) answer.destroy();
  });
}
