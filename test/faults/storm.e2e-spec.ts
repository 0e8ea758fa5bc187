import { Redis } from 'ioredis';
import { z } from 'zod';
import { rows } from '@desk/database';
import { emailOf, WholeNewsroom } from '../support/whole-newsroom.js';
import { Load } from './load.js';
import { OwnServers } from './own-servers.js';
import { leasesRunOut, notExactlyOnce, settled } from './settled.js';

const seconds = (n: number): Promise<void> =>
  new Promise((resume) => setTimeout(resume, n * 1_000));

/**
 * Guarantee B: what was acknowledged is not lost, whatever is killed; C and D: and each task
 * and notice is there exactly once.
 */
describe('B: a storm', () => {
  let servers: OwnServers;
  let newsroom: WholeNewsroom;
  let load: Load;

  beforeAll(async () => {
    servers = await OwnServers.start();
    newsroom = await WholeNewsroom.open(servers, { LOG_LEVEL: 'fatal' });
    const writer = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
    await newsroom.hire('lan', 'Phạm Ngọc Lan', 'en', { role: 'translator', language: 'en' });
    await newsroom.hire('saray', 'Sơn Thị Sa Rây', 'km', { role: 'translator', language: 'km' });
    const approver = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
    const { id } = await newsroom.section('tin');
    load = new Load(writer, approver, id);
  }, 120_000);
  afterAll(async () => {
    await newsroom.close();
    await servers.stop();
  }, 60_000);

  it('kills each process, Redis and MariaDB while people work', async () => {
    const { api, worker } = newsroom;
    load.start(4);
    await seconds(2);
    await worker.kill('SIGKILL');
    await seconds(1);
    await worker.start();
    await api.kill('SIGKILL');
    await api.start();
    await seconds(1);
    const redis = new Redis({ path: servers.redisSocket });
    await redis.flushall();
    redis.disconnect();
    await seconds(2);
    servers.killRedis({ forget: true });
    await seconds(2);
    await servers.startRedis();
    await seconds(2);
    servers.killMariaDb();
    await seconds(1);
    await servers.startMariaDb();
    await seconds(2);
    await Promise.all([api.kill('SIGKILL'), worker.kill('SIGKILL')]);
    servers.killRedis({ forget: false });
    await servers.startRedis();
    await Promise.all([api.start(), worker.start()]);
    await seconds(2);
    await load.stop();
    expect(load.acknowledged.approved.length).toBeGreaterThan(10);
    expect(load.retries).toBeGreaterThan(0);
  }, 180_000);

  it('and then everything that was under way comes to its end', async () => {
    await seconds(3);
    await leasesRunOut(newsroom.sql);
    await settled(newsroom.sql);
  }, 180_000);

  it('B: every command that was acknowledged is there, once', async () => {
    const { created, approved } = load.acknowledged;
    const editions = await rows(
      newsroom.sql,
      z.object({ id: z.uuid(), state: z.string() }),
      "SELECT id, state FROM edition WHERE language = 'vi'",
    );
    expect(editions.map(({ id }) => id).sort()).toEqual([...created].sort());
    const signed = editions.filter(({ state }) => state === 'approved').map(({ id }) => id);
    expect(signed.sort()).toEqual([...approved].sort());
  });

  it('C, D: every task and every notice is there exactly once, with its segments', async () => {
    expect(await notExactlyOnce(newsroom.sql)).toEqual([]);
  });

  it('C: every e-mail arrived; a repeated one has the Message-ID of the first', async () => {
    const sent = await rows(
      newsroom.sql,
      z.object({ messageId: z.string() }),
      "SELECT message_id AS messageId FROM email WHERE state = 'sent'",
    );
    const arrived = new Set(newsroom.mailbox.mails.map(({ messageId }) => messageId));
    const bare = (id: string): string => id.replace(/[<>]/g, '');
    expect([...arrived].map(bare).sort()).toEqual(
      sent.map(({ messageId }) => bare(messageId)).sort(),
    );
    const tasks = newsroom.mailbox
      .of(emailOf('lan'))
      .filter(({ subject }) => /translat/i.test(subject));
    expect(new Set(tasks.map(({ messageId }) => messageId)).size).toBe(
      load.acknowledged.approved.length,
    );
  });
});
