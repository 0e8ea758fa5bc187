import { z } from 'zod';
import { change, rows } from '@desk/database';
import { HookedNewsroom } from '../../../../test/support/hooked-newsroom.js';
import { WebhookDeliveryService } from './webhook-delivery.service.js';
import { dueDeliveries } from './webhooks.queries.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let desk: HookedNewsroom;

beforeAll(async () => {
  desk = await HookedNewsroom.open();
});
beforeEach(() => desk.begin());
afterEach(() => desk.end());
afterAll(() => desk.newsroom.close());

describe('a message that is not taken', () => {
  it.each([302, 404, 429, 500])(
    'with a %i is tried again later, under the same id',
    async (status) => {
      const { id } = await desk.hook();
      await desk.asksForChanges();
      desk.receiver.answers.push(status, status);
      expect(await desk.newsroom.callsWebhooks()).toEqual(['waiting']);
      expect(await desk.deliveryOf(id)).toMatchObject({
        state: 'waiting',
        attempts: 1,
        lastStatus: status,
      });
      expect(await desk.newsroom.callsWebhooks()).toEqual([]);
      desk.newsroom.clock.advance(5_000);
      expect(await desk.newsroom.callsWebhooks()).toEqual(['waiting']);
      desk.newsroom.clock.advance(5_000);
      expect(await desk.newsroom.callsWebhooks()).toEqual([]);
      desk.newsroom.clock.advance(25_000);
      expect(await desk.newsroom.callsWebhooks()).toEqual(['sent']);
      expect(new Set(desk.receiver.ids).size).toBe(1);
      expect(desk.receiver.received).toHaveLength(3);
      const times = desk.receiver.received.map(({ headers }) =>
        Number(headers['webhook-timestamp']),
      );
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect(await desk.deliveryOf(id)).toMatchObject({
        state: 'sent',
        attempts: 3,
        lastError: null,
      });
    },
  );

  it('is given up after a day and a half of tries', async () => {
    const { id } = await desk.hook();
    await desk.asksForChanges();
    desk.receiver.usually = 500;
    const began = desk.newsroom.clock.now().getTime();
    let pauses = 0;
    while ((await desk.deliveryOf(id)).state === 'waiting' && pauses < 100) {
      const { nextAttemptAt } = await desk.deliveryOf(id);
      desk.newsroom.clock.set(new Date(nextAttemptAt ?? 0));
      await desk.newsroom.callsWebhooks();
      pauses += 1;
    }
    const hours = (desk.newsroom.clock.now().getTime() - began) / 3_600_000;
    expect(await desk.deliveryOf(id)).toMatchObject({ state: 'dead', attempts: 11 });
    expect(hours).toBeGreaterThan(30);
    expect(hours).toBeLessThan(36);
    expect(await desk.webhooks.one(desk.administrator, id)).toMatchObject({
      active: true,
      failures: 1,
    });
  });

  it('again and again switches the webhook off; administrators are told', async () => {
    const { id } = await desk.hook();
    for (let number = 0; number < 6; number += 1) {
      await desk.asksForChanges(await desk.another());
    }
    desk.receiver.usually = 500;
    for (let tries = 0; tries < 12; tries += 1) {
      await desk.newsroom.callsWebhooks();
      desk.newsroom.clock.advance(DAY_MS);
    }
    await desk.newsroom.tellsAll();
    expect(await disabledNotices(id)).toEqual([desk.administrator.id]);
    expect(await desk.webhooks.one(desk.administrator, id)).toMatchObject({
      active: false,
      failures: 5,
      disabledReason: 'webhook.failing',
    });
    const before = desk.receiver.received.length;
    await desk.asksForChanges();
    expect(await desk.newsroom.callsWebhooks()).toEqual([]);
    expect(desk.receiver.received).toHaveLength(before);
  });

  it('with 410 switches the webhook off at once', async () => {
    const { id } = await desk.hook();
    await desk.asksForChanges();
    desk.receiver.answers.push(410);
    expect(await desk.newsroom.callsWebhooks()).toEqual(['dead']);
    expect(await desk.webhooks.one(desk.administrator, id)).toMatchObject({
      active: false,
      disabledReason: 'webhook.gone',
    });
  });

  it('is forgotten as a failure when the next one is taken', async () => {
    const { id } = await desk.hook();
    await change(desk.newsroom.sql, 'UPDATE webhook SET failures = 4 WHERE id = ?', [id]);
    await desk.asksForChanges();
    expect(await desk.newsroom.callsWebhooks()).toEqual(['sent']);
    expect((await desk.webhooks.one(desk.administrator, id)).failures).toBe(0);
  });

  it('holds back what comes later about the same article, and nothing else', async () => {
    await desk.hook();
    const other = await desk.another();
    desk.receiver.answers.push(500);
    await desk.asksForChanges();
    expect(await desk.newsroom.callsWebhooks()).toEqual(['waiting']);
    const second = await desk.asksForChanges();
    const elsewhere = await desk.asksForChanges(other);
    expect(await desk.newsroom.callsWebhooks()).toEqual(['sent']);
    desk.newsroom.clock.advance(5_000);
    expect(await desk.newsroom.callsWebhooks()).toEqual(['sent']);
    expect(await desk.newsroom.callsWebhooks()).toEqual(['sent']);
    const told = desk.receiver.received.map(({ body }) => entryIn(body));
    expect(told[1]).toBe(elsewhere.id);
    expect(told[3]).toBe(second.id);
  });

  it('is taken up by another worker when the first one died with it', async () => {
    await desk.hook();
    await desk.asksForChanges();
    const [due] = await dueDeliveries(desk.newsroom.sql, desk.newsroom.clock.now(), 10);
    desk.receiver.answers.push('hang');
    const stuck = desk.newsroom.get(WebhookDeliveryService).deliver(due?.id ?? '');
    while (desk.receiver.received.length === 0)
      await new Promise((resume) => setTimeout(resume, 5));
    expect(await desk.newsroom.callsWebhooks()).toEqual([]);
    desk.newsroom.clock.advance(MINUTE_MS);
    expect(await desk.newsroom.callsWebhooks()).toEqual(['sent']);
    await desk.receiver.close();
    expect(await stuck).toBe('waiting');
    expect(new Set(desk.receiver.ids).size).toBe(1);
    expect(await dueDeliveries(desk.newsroom.sql, new Date(Date.now() + DAY_MS), 10)).toEqual([]);
  });

  it('does not let one that hangs hold up the worker', async () => {
    await desk.hook();
    for (let number = 0; number < 5; number += 1) {
      await desk.asksForChanges(await desk.another());
    }
    desk.receiver.usually = 'hang';
    const due = await dueDeliveries(desk.newsroom.sql, desk.newsroom.clock.now(), 10);
    const deliveries = desk.newsroom.get(WebhookDeliveryService);
    const tried = due.map(({ id }) => deliveries.deliver(id));
    while (desk.receiver.received.length < 3) await new Promise((resume) => setTimeout(resume, 5));
    expect(await Promise.race(tried)).toBe('later');
    expect(desk.receiver.received).toHaveLength(3);
    await desk.receiver.close();
    expect((await Promise.all(tried)).toSorted()).toEqual([
      'later',
      'later',
      'waiting',
      'waiting',
      'waiting',
    ]);
  });
});

const entryIn = (body: string): string =>
  z.object({ data: z.object({ entryId: z.string() }) }).parse(JSON.parse(body)).data.entryId;

async function disabledNotices(webhookId: string): Promise<string[]> {
  const found = await rows(
    desk.newsroom.sql,
    z.object({ accountId: z.uuid() }),
    `SELECT n.account_id AS accountId FROM notice n JOIN ledger_entry l ON l.id = n.entry_id
     WHERE l.fact = 'webhook.disabled' AND l.subject_id = ?`,
    [webhookId],
  );
  return found.map(({ accountId }) => accountId);
}
