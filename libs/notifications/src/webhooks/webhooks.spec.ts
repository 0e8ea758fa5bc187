import { Webhook as Verifier } from 'standardwebhooks';
import { z } from 'zod';
import { change, rows } from '@desk/database';
import type { Person } from '@desk/people';
import { HookedNewsroom } from '../../../../test/support/hooked-newsroom.js';
import { grant, NotifyingNewsroom } from '../../../../test/support/notifying-newsroom.js';
import type { Received } from '../../../../test/support/webhook-receiver.js';
import { WebhookDeliveryService } from './webhook-delivery.service.js';
import { Webhooks } from './webhooks.service.js';

const DAY_MS = 86_400_000;

let desk: HookedNewsroom;

beforeAll(async () => {
  desk = await HookedNewsroom.open();
});
beforeEach(() => desk.begin());
afterEach(() => desk.end());
afterAll(() => desk.newsroom.close());

describe('a message to a webhook', () => {
  it('is signed as Standard Webhooks ask: their library takes it, and nothing else', async () => {
    const { secret } = await desk.hook();
    const entry = await desk.asksForChanges();
    expect(await desk.newsroom.callsWebhooks()).toEqual(['sent']);
    const [message] = desk.receiver.received;
    expect(verified(message, secret)).toMatchObject({
      type: 'edition.changes_requested',
      timestamp: entry.at.toISOString(),
      data: {
        entryId: entry.id,
        editionId: desk.edition.id,
        language: 'vi',
        to: 'changes_requested',
      },
    });
    expect(() => verified(message, `whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow();
    expect(() => message && verified({ ...message, body: `${message.body} ` }, secret)).toThrow();
  });

  it('carries ids and states, never what somebody wrote', async () => {
    await desk.hook();
    await desk.asksForChanges();
    await desk.newsroom.callsWebhooks();
    const said = desk.receiver.received.map(({ body }) => body).join('');
    expect(said).not.toContain('nội bộ');
    expect(said).not.toContain(desk.editor.name);
    expect(said).not.toContain(desk.editor.email);
  });

  it('is written down once for each webhook that hears the fact, however often it is asked', async () => {
    const all = await desk.hook();
    const named = await desk.hook(['edition.changes_requested']);
    await desk.hook(['edition.published']);
    const off = await desk.hook();
    await desk.webhooks.change(desk.administrator, off.id, off.version, { active: false });
    const entry = await desk.asksForChanges();
    await Promise.all([1, 2, 3].map(() => desk.newsroom.follows('webhooks.fan-out', entry)));
    const written = await rows(
      desk.newsroom.sql,
      z.object({ id: z.uuid() }),
      'SELECT webhook_id AS id FROM webhook_delivery ORDER BY webhook_id',
    );
    expect(written.map(({ id }) => id)).toEqual([all.id, named.id].toSorted());
  });

  it('says nothing of accounts, sessions and tokens', async () => {
    await desk.hook();
    const entry = await desk.newsroom.happens(
      'account.changed',
      desk.administrator,
      { subjectId: desk.editor.id },
      { fields: ['email'] },
    );
    await desk.newsroom.follows('webhooks.fan-out', entry);
    expect(await desk.newsroom.callsWebhooks()).toEqual([]);
  });

  it('while a key is being changed is signed with both, then with the new one alone', async () => {
    const old = await desk.hook();
    const fresh = await desk.webhooks.rotate(desk.administrator, old.id, old.version);
    await desk.asksForChanges();
    await desk.newsroom.callsWebhooks();
    const [both] = desk.receiver.received;
    expect(verified(both, old.secret)).toEqual(verified(both, fresh.secret));
    desk.newsroom.clock.advance(DAY_MS);
    await desk.asksForChanges();
    await desk.newsroom.callsWebhooks();
    const signatures = desk.receiver.received.map(({ headers }) =>
      String(headers['webhook-signature']).split(' '),
    );
    expect(signatures.map(({ length }) => length)).toEqual([2, 1]);
  });

  it('can be tried out with one of no consequence', async () => {
    const { id, secret } = await desk.hook();
    const deliveries = desk.newsroom.get(WebhookDeliveryService);
    expect(await deliveries.test(desk.administrator, id)).toEqual({
      delivered: true,
      status: 204,
      error: null,
    });
    expect(verified(desk.receiver.received[0], secret)).toMatchObject({ type: 'webhook.test' });
    desk.receiver.answers.push(503);
    expect(await deliveries.test(desk.administrator, id)).toMatchObject({
      delivered: false,
      status: 503,
    });
    await expect(deliveries.test(desk.editor, id)).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });
});

describe('sending a message again', () => {
  it('tells it under its old id; only when it has come to an end, and only administrators', async () => {
    const { id } = await desk.hook();
    await desk.asksForChanges();
    const waiting = await desk.deliveryOf(id);
    const resend = (person: Person) => desk.webhooks.resend(person, waiting.id);
    await expect(resend(desk.administrator)).rejects.toMatchObject({
      code: 'webhook.delivery_waiting',
    });
    await desk.newsroom.callsWebhooks();
    await expect(resend(desk.editor)).rejects.toMatchObject({ code: 'permission.denied' });
    expect(await resend(desk.administrator)).toMatchObject({
      id: waiting.id,
      state: 'waiting',
      attempts: 0,
    });
    expect(await desk.newsroom.callsWebhooks()).toEqual(['sent']);
    expect(desk.receiver.ids).toEqual([waiting.id, waiting.id]);
  });

  it('goes on with what waited when the webhook is switched on again', async () => {
    const { id } = await desk.hook();
    desk.receiver.answers.push(410);
    await desk.asksForChanges();
    await desk.asksForChanges();
    await desk.newsroom.callsWebhooks();
    const { version } = await desk.webhooks.one(desk.administrator, id);
    const on = await desk.webhooks.change(desk.administrator, id, version, { active: true });
    expect(on).toMatchObject({ active: true, failures: 0, disabledReason: null });
    expect(await desk.newsroom.callsWebhooks()).toEqual(['sent']);
  });
});

describe('private networks', () => {
  it('are not called unless the newsroom allows it, whatever the name of the webhook says', async () => {
    const guarded = await NotifyingNewsroom.open({ webhooksAllowPrivate: false });
    try {
      const chief = await guarded.person('Danh Sa Vuth', [grant('administrator')]);
      const hooks = guarded.get(Webhooks);
      for (const url of [
        desk.receiver.url,
        `http://localhost:${desk.receiver.port}/`,
        'http://[::1]:1/',
      ]) {
        await expect(hooks.create(chief, { url, facts: [] })).rejects.toMatchObject({
          code: 'webhook.url_refused',
        });
      }
      const { id, version } = await hooks.create(chief, { url: 'https://8.8.8.8/', facts: [] });
      await expect(
        hooks.change(chief, id, version, { url: desk.receiver.url }),
      ).rejects.toMatchObject({
        code: 'webhook.url_refused',
      });
      // The name was public when it was entered and leads inside when it is called.
      await change(guarded.sql, 'UPDATE webhook SET url = ? WHERE id = ?', [
        `http://localhost:${desk.receiver.port}/hook`,
        id,
      ]);
      expect(await guarded.get(WebhookDeliveryService).test(chief, id)).toEqual({
        delivered: false,
        status: null,
        error: 'webhook.url_refused',
      });
      expect(desk.receiver.received).toEqual([]);
    } finally {
      await guarded.close();
    }
  });

  it('says of a name that leads nowhere only that there was no connection', async () => {
    const { id } = await desk.webhooks.create(desk.administrator, {
      url: 'http://khong-co.invalid/',
      facts: [],
    });
    const outcome = await desk.newsroom.get(WebhookDeliveryService).test(desk.administrator, id);
    expect(outcome).toMatchObject({ delivered: false, status: null });
    expect(outcome.error).toMatch(/^no connection \(E[A-Z_]+\)$/);
  });
});

function verified(message: Received | undefined, secret: string): unknown {
  if (!message) throw new Error('nothing came');
  const named = (name: string): string => String(message.headers[name]);
  return new Verifier(secret).verify(message.body, {
    'webhook-id': named('webhook-id'),
    'webhook-timestamp': named('webhook-timestamp'),
    'webhook-signature': named('webhook-signature'),
  });
}
