import { Body, Controller, Global, HttpCode, Module, Post } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { DatabaseModule, newId, rows } from '@desk/database';
import { Bell, Commands, LedgerModule, record, SilentBell } from '@desk/ledger';
import { aDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { Asking } from './asker.js';
import { OnceInterceptor } from './once.interceptor.js';
import { ProblemFilter } from './problem.filter.js';

const hanh = newId();
const titleSchema = z.object({ title: z.string() });

@Controller('articles')
class Begin {
  constructor(private readonly commands: Commands) {}

  @Post()
  @HttpCode(201)
  begin(@Body() body: unknown): Promise<{ title: string; id: string }> {
    const { title } = titleSchema.parse(body);
    return this.commands.run(async (tx, at) => ({
      title,
      id: await record(tx, at, hanh, 'article.created', {}, { title }),
    }));
  }
}

@Global()
@Module({ providers: [{ provide: Bell, useClass: SilentBell }], exports: [Bell] })
class QuietModule {}

const people = { hanh, minh: newId() };
let database: TestDatabase;
let app: NestFastifyApplication;
beforeAll(async () => {
  database = await aDatabase();
  const module = await Test.createTestingModule({
    imports: [DatabaseModule.forRoot(database.url), QuietModule, LedgerModule],
    controllers: [Begin],
    providers: [{ provide: APP_INTERCEPTOR, useClass: OnceInterceptor }],
  }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useGlobalFilters(new ProblemFilter());
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const id = request.headers['x-person'] === 'minh' ? people.minh : people.hanh;
      request.asking = askingAs(id);
      done();
    });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const askingAs = (id: string): Asking => ({
  person: {
    id,
    name: 'Trần Thị Hạnh',
    email: 'hanh@huunghi.example',
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    grants: [],
    scopes: null,
  },
  by: 'token',
  csrfToken: null,
  sessionHash: null,
});

async function sends(key: string | null, title: string, person: keyof typeof people = 'hanh') {
  const answer = await app.inject({
    method: 'POST',
    url: '/articles',
    headers: { 'x-person': person, ...(key !== null && { 'idempotency-key': key }) },
    payload: { title },
  });
  return {
    status: answer.statusCode,
    body: z.record(z.string(), z.unknown()).parse(answer.json()),
    isReplay: answer.headers['idempotency-replayed'] === 'true',
  };
}
async function timesBegun(title: string): Promise<number> {
  const found = await rows(
    database.dataSource,
    z.object({ id: z.uuid() }),
    `SELECT id FROM ledger_entry WHERE JSON_VALUE(payload, '$.title') = ?`,
    [title],
  );
  return found.length;
}

describe('Idempotency-Key', () => {
  it('acts once, and gives the same answer again', async () => {
    const first = await sends('bai-1', 'Lễ hội Ok Om Bok');
    const again = await sends('bai-1', 'Lễ hội Ok Om Bok');
    expect(first).toMatchObject({ status: 201, isReplay: false });
    expect(again).toEqual({ ...first, isReplay: true });
    expect(await timesBegun('Lễ hội Ok Om Bok')).toBe(1);
  });

  it('refuses another body under the same key', async () => {
    await sends('bai-2', 'Bài này');
    expect(await sends('bai-2', 'Bài khác')).toMatchObject({
      status: 422,
      body: { code: 'request.idempotency_key_reused' },
    });
    expect(await timesBegun('Bài khác')).toBe(0);
  });

  it.each([1, 2, 3])('acts once for many at the same time, and answers all (%d)', async (n) => {
    const title = `Cùng lúc ${n}`;
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => sends(`bai-3-${n}`, title)));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    expect(all.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
    expect(await timesBegun(title)).toBe(1);
  });

  it('of two bodies at the same time takes one and refuses the other', async () => {
    const both = await Promise.all([sends('bai-4', 'Bên này'), sends('bai-4', 'Bên kia')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await timesBegun('Bên này')) + (await timesBegun('Bên kia'))).toBe(1);
  });

  it('is each person’s own', async () => {
    const [hanhs, minhs] = [await sends('bai-5', 'Chung'), await sends('bai-5', 'Chung', 'minh')];
    expect(minhs).toMatchObject({ status: 201, isReplay: false });
    expect(minhs.body.id).not.toBe(hanhs.body.id);
  });

  it('without it, each request acts', async () => {
    await sends(null, 'Không khóa');
    await sends(null, 'Không khóa');
    expect(await timesBegun('Không khóa')).toBe(2);
  });

  it.each(['có dấu', 'x'.repeat(101), ' '])('must be plain and short: %j', async (key) => {
    const encoded = Buffer.from(key).toString('latin1');
    expect(await sends(encoded, 'Khóa sai')).toMatchObject({
      status: 422,
      body: { code: 'request.idempotency_key_invalid' },
    });
  });
});
