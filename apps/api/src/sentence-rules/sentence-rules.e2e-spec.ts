import { sentenceExceptionSchema, sentenceExceptionsSchema } from '@desk/contracts';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

let newsroom: HttpNewsroom;
let admin: Colleague;
let translator: Colleague;
beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  admin = newsroom.admin;
  translator = await newsroom.hire('saray', 'km', { role: 'translator', language: 'km' });
});
afterAll(() => newsroom.close());

const all = () => translator.reads(sentenceExceptionsSchema, 'sentence-rules');

describe('sentence rules over HTTP', () => {
  it('are added to and taken from by administrators, and written to the journal', async () => {
    const body = { language: 'vi', abbreviation: ' Tr.Phòng. ' };
    const added = await admin.does(sentenceExceptionSchema, 'POST', 'sentence-rules', { body });
    expect(added).toMatchObject({ language: 'vi', abbreviation: 'Tr.Phòng' });
    expect((await all()).items).toEqual([added]);
    expect(await admin.send('POST', 'sentence-rules', { body })).toMatchObject({
      status: 409,
      body: { code: 'sentence_rules.exists' },
    });
    const { text } = await translator.page('sentence-rules.srx');
    expect(text).toContain('Tr\\.Phòng');
    expect(text).toContain('xmlns="http://www.lisa.org/srx20"');

    expect(await admin.send('DELETE', `sentence-rules/${added.id}`)).toMatchObject({ status: 204 });
    expect(await admin.send('DELETE', `sentence-rules/${added.id}`)).toMatchObject({
      status: 404,
      body: { code: 'sentence_rules.missing' },
    });
    expect((await all()).items).toEqual([]);
    expect((await translator.page('sentence-rules.srx')).text).not.toContain('Tr\\.Phòng');
  });

  it.each([
    { abbreviation: 'a b' },
    { abbreviation: '...' },
    { abbreviation: '' },
    { abbreviation: 'x'.repeat(41) },
    { language: 'fr' },
  ])('refuse %p', async (part) => {
    const body = { language: 'vi', abbreviation: 'Tr', ...part };
    expect(await admin.send('POST', 'sentence-rules', { body })).toMatchObject({ status: 422 });
  });

  it('are for administrators to change', async () => {
    const body = { language: 'km', abbreviation: 'ឯ.ឧ' };
    expect(await translator.send('POST', 'sentence-rules', { body })).toMatchObject({
      status: 403,
      body: { code: 'permission.denied' },
    });
  });
});
