import { change, newId, Transactions } from '@desk/database';
import { record } from '@desk/ledger';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';
import { mayScrape } from './may-scrape.js';

const token = 'long enough to be kept';

describe('measures', () => {
  let newsroom: HttpNewsroom;

  beforeAll(async () => {
    newsroom = await HttpNewsroom.open({ METRICS_TOKEN: token });
  });

  afterAll(async () => {
    await newsroom.close();
  });

  const scrape = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(`${newsroom.url}/metrics`, { headers });
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      text: await answer.text(),
    };
  };

  it('tell of requests by route and status, never by address', async () => {
    const stranger = newsroom.stranger();
    const id = newId();
    await stranger.send('GET', `articles/${id}`);
    await newsroom.admin.send('GET', `articles/${id}`);
    await stranger.send('GET', 'nowhere/at/all');
    const { status, type, text } = await scrape();
    expect(status).toBe(200);
    expect(type).toBe('text/plain; version=0.0.4; charset=utf-8');
    const counted = (of: string): string | undefined =>
      text
        .split('\n')
        .find((line) => line.startsWith(`desk_http_request_duration_seconds_count${of}`));
    const route = 'route="/api/v1/articles/:id"';
    expect(counted(`{method="GET",${route},status="401"}`)).toMatch(/ 1$/);
    expect(counted(`{method="GET",${route},status="404"}`)).toMatch(/ 1$/);
    expect(text).not.toContain(id);
    expect(text).not.toContain('nowhere');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  it('tell how much of the ledger waits, since when, and how deep the queues are', async () => {
    await change(newsroom.sql, 'UPDATE ledger_entry SET dispatched_at = at');
    const at = new Date(newsroom.clock.now().getTime() - 90_000);
    await new Transactions(newsroom.sql).run(async (tx) => {
      await record(tx, at, null, 'session.ended', {}, {});
      await record(tx, newsroom.clock.now(), null, 'session.ended', {}, {});
    });
    const { text } = await scrape();
    expect(text).toContain('\ndesk_ledger_undispatched_entries 2\n');
    expect(text).toContain('\ndesk_ledger_oldest_undispatched_seconds 90\n');
    expect(text).toMatch(/desk_queue_jobs\{queue="email",state="waiting"\} \d+/);
    expect(text).toContain('desk_backlog_measured{source="redis"} 1');
  });

  it('are told to nobody else: with the token, or from this machine without a proxy between', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    expect((await scrape(forwarded)).status).toBe(404);
    expect((await scrape({ ...forwarded, authorization: 'Bearer wrong' })).status).toBe(404);

    expect((await scrape({ ...forwarded, authorization: `Bearer ${token}` })).status).toBe(200);
  });

  it.each([
    ['127.0.0.1', {}, true],
    ['127.8.0.1', {}, true],
    ['::1', {}, true],
    ['::ffff:127.0.0.1', {}, true],
    ['203.0.113.9', {}, false],
    ['::ffff:203.0.113.9', {}, false],
    ['2001:db8::1', {}, false],
    ['127.0.0.1', { forwarded: 'for=203.0.113.9' }, false],
    ['127.0.0.1', { 'x-real-ip': '127.0.0.1' }, false],
    ['203.0.113.9', { authorization: 'Bearer ' }, false],
    ['203.0.113.9', { authorization: 'Bearer undefined' }, false],
  ])('from %s with %o: %s', (remoteAddress, headers, allowed) => {
    const socket = { remoteAddress } as Parameters<typeof mayScrape>[0]['socket'];
    expect(mayScrape({ headers, socket }, undefined)).toBe(allowed);
  });

  it('do not wait for a database that does not answer', async () => {
    const lock = newsroom.sql.createQueryRunner();
    await lock.query('LOCK TABLES ledger_entry WRITE');
    try {
      const began = performance.now();
      const { status, text } = await scrape();
      expect(status).toBe(200);
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(text).toContain('desk_backlog_measured{source="database"} 0');
      expect(text).not.toMatch(/^desk_ledger_undispatched_entries/m);
      expect(text).toContain('desk_backlog_measured{source="redis"} 1');
    } finally {
      await lock.query('UNLOCK TABLES');
      await lock.release();
    }
    const { text } = await scrape();
    expect(text).toContain('desk_backlog_measured{source="database"} 1');
  });
});
