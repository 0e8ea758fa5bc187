import { createServer, type Server } from 'node:http';
import { WebhookReceiver } from '../../../../test/support/webhook-receiver.js';
import { guardedPost } from './guarded-post.js';

const loopback = [{ address: '127.0.0.1', family: 4 }] as const;

describe('guardedPost', () => {
  let receiver: WebhookReceiver;
  beforeEach(async () => {
    receiver = await WebhookReceiver.open();
  });
  afterEach(() => receiver.close());

  it('connects to the addresses that were checked, not to what the name says now', async () => {
    const url = new URL(`http://moc.example:${receiver.port}/hook?a=1`);
    expect(await guardedPost(url, loopback, {}, '{}')).toBe(204);
    expect(receiver.received).toMatchObject([
      { path: '/hook?a=1', body: '{}', headers: { host: `moc.example:${receiver.port}` } },
    ]);
    const rebound = new URL(`http://localhost:${receiver.port}/hook`);
    const checked = [{ address: '127.0.0.99', family: 4 }] as const;
    await expect(guardedPost(rebound, checked, {}, '{}')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    expect(receiver.received).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    receiver.answers.push(302);
    expect(await guardedPost(new URL(receiver.url), loopback, {}, '{}')).toBe(302);
    expect(receiver.received).toHaveLength(1);
  });

  it('waits for no one longer than it was told', async () => {
    receiver.answers.push('hang');
    const began = Date.now();
    await expect(guardedPost(new URL(receiver.url), loopback, {}, '{}', 200)).rejects.toThrow(
      'no answer in time',
    );
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  it('cuts an answer that does not end', async () => {
    let cut: (bytes: number) => void = () => undefined;
    const sent = new Promise<number>((resolve) => (cut = resolve));
    const server = await listening(
      createServer((_request, response) => {
        let bytes = 0;
        const more = () => {
          bytes += 65_536;
          response.write(Buffer.alloc(65_536));
        };
        response.on('drain', more);
        response.on('close', () => cut(bytes));
        more();
        more();
      }),
    );
    try {
      expect(await guardedPost(new URL(server.url), loopback, {}, '{}')).toBe(200);
      expect(await sent).toBeLessThan(20_000_000);
    } finally {
      server.close();
    }
  });
});

async function listening(server: Server): Promise<{ url: string; close: () => void }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
