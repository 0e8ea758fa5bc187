import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

describe('health', () => {
  let newsroom: HttpNewsroom;

  beforeAll(async () => {
    newsroom = await HttpNewsroom.open();
  });
  afterAll(() => newsroom.close());

  const ask = (what: string) => fetch(`${newsroom.url}/health/${what}`);

  it('is ready with a migrated database, and says how its parts are', async () => {
    const answer = await ask('ready');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: 'ok',
      details: {
        database: { status: 'up' },
        migrations: { status: 'up' },
        redis: { status: 'up' },
      },
    });
  });

  it('is not ready while migrations are to be done', async () => {
    const [last] = await newsroom.sql.query('SELECT * FROM migration ORDER BY id DESC LIMIT 1');
    await newsroom.sql.query('DELETE FROM migration WHERE id = ?', [last.id]);
    expect((await ask('ready')).status).toBe(503);
    await newsroom.sql.query('INSERT INTO migration VALUES (?, ?, ?)', [
      last.id,
      last.timestamp,
      last.name,
    ]);
    expect((await ask('ready')).status).toBe(200);
  });

  it('is not ready without its database, and lives all the same', async () => {
    await newsroom.sql.destroy();
    expect((await ask('ready')).status).toBe(503);
    expect((await ask('live')).status).toBe(200);
    await newsroom.sql.initialize();
    expect((await ask('ready')).status).toBe(200);
  });
});
