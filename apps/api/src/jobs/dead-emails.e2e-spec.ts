import { change, newId } from '@desk/database';
import { ModelNewsroom } from '../../../../test/model/model-newsroom.js';

let newsroom: ModelNewsroom;

beforeAll(async () => {
  newsroom = await ModelNewsroom.open([{ key: 'hanh', roles: ['writer'] }]);
});
afterAll(() => newsroom.close());

it('e-mails that were given up are seen and sent again, by administrators only', async () => {
  const id = newId();
  const at = new Date();
  await change(
    newsroom.sql,
    `INSERT INTO email (id, account_id, message_id, digest_key, request_id, state, attempts,
       last_error, send_after, created_at) VALUES (?, ?, ?, 'x', 'x', 'dead', 1, '550', ?, ?)`,
    [id, newsroom.as('hanh').id, `<${id}@desk.example>`, at, at],
  );
  const [admin, writer] = [newsroom.as('vuth'), newsroom.as('hanh')];
  const all = await admin.send('GET', 'jobs/dead/emails');
  expect(all).toMatchObject({ status: 200, body: { items: [{ id, lastError: '550' }] } });
  const again = `jobs/dead/emails/${id}/resend`;
  expect(await writer.send('GET', 'jobs/dead/emails')).toMatchObject({ status: 403 });
  expect(await writer.send('POST', again, { key: newId() })).toMatchObject({ status: 403 });
  expect(await admin.send('POST', again, { key: newId() })).toMatchObject({
    status: 200,
    body: { id },
  });
  expect(await admin.send('POST', again, { key: newId() })).toMatchObject({
    status: 404,
    body: { code: 'job.not_dead' },
  });
});
