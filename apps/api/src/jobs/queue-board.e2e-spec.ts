import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';
import type { Colleague } from '../../../../test/support/colleague.js';

describe('the board of the queues', () => {
  let newsroom: HttpNewsroom;
  let writer: Colleague;
  const place = '../../admin/queues';

  beforeAll(async () => {
    newsroom = await HttpNewsroom.open();
    writer = await newsroom.hire('hanh', 'vi', { role: 'writer' });
  });
  afterAll(() => newsroom.close());

  it('is shown to administrators and loads nothing from elsewhere', async () => {
    const page = await newsroom.admin.page(place);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('Mekong Desk');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('http');
    const script = /src="(static\/[^"]+\.js)"/.exec(page.text)?.[1] ?? '';
    expect((await newsroom.admin.page(`${place}/${script}`)).status).toBe(200);
    const queues = await newsroom.admin.page(`${place}/api/queues`);
    expect(queues.status).toBe(200);
    expect(queues.text).toContain('"name":"translation"');
  });

  it.each(['', '/api/queues', '/static/x.js', '/queue/email'])(
    'is closed to everybody else at %s',
    async (under) => {
      expect((await newsroom.stranger().page(place + under)).status).toBe(401);
      expect((await writer.page(place + under)).status).toBe(403);
    },
  );

  it('changes nothing', async () => {
    const emptied = await newsroom.admin.page(`${place}/api/queues/email/clean/failed`, 'PUT');
    expect(emptied.status).toBe(405);
  });
});
