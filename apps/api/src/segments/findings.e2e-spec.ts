import { dismissalAnswerSchema, savedSegmentSchema, segmentSheetSchema } from '@desk/contracts';
import { newId } from '@desk/database';
import { acts, signs, writesArticle } from '../../../../test/support/article-work.js';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

let newsroom: HttpNewsroom;
let translator: Colleague;
let approver: Colleague;
let editionId: string;
beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  const writer = await newsroom.hire('hanh', 'vi', { role: 'writer' });
  approver = await newsroom.hire('minh', 'en', { role: 'approver' });
  translator = await newsroom.hire('saray', 'km', { role: 'translator', language: 'en' });
  const sectionId = await newsroom.section('tin', { checks: { links: 'blocking' } });
  const text = (words: string) => ({
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }],
  });
  const article = await writesArticle(writer, sectionId, {
    title: 'Hội đua ghe ngo có 54 đội',
    summary: '',
    body: text('Xem https://baclieu.gov.vn/ghe-ngo để biết thêm.'),
    slug: '',
    seo: { title: '', description: '' },
  });
  await acts(writer, article.editionId, 'submit');
  await signs(approver, article.editionId);
  editionId = await newsroom.prepare(article.articleId, article.editionId, 'en');
});
afterAll(() => newsroom.close());

const sheet = (person: Colleague, lang = '') =>
  person.reads(segmentSheetSchema, `editions/${editionId}/segments${lang}`);
async function saves(place: number, target: string) {
  const segment = (await sheet(translator)).items[place];
  return translator.does(savedSegmentSchema, 'PUT', `segments/${segment?.id}`, {
    body: { target, status: 'confirmed' },
    ifMatch: segment?.version ?? 0,
  });
}

describe('findings over HTTP', () => {
  it('come with the saved segment, explained in the language of the reader', async () => {
    const saved = await saves(0, 'The ngo boat race has 45 teams');
    expect(saved.findings).toMatchObject([
      {
        check: 'numbers',
        severity: 'warning',
        side: 'target',
        start: 22,
        end: 24,
        code: 'checks:numbers.changed',
        params: { source: '54', target: '45' },
        message: 'អត្ថបទដើមសរសេរ 54 ការបកប្រែសរសេរ 45។',
        fix: null,
        dismissal: null,
      },
    ]);
    const inVietnamese = await sheet(translator, '?lang=vi');
    expect(inVietnamese.items[0]?.findings[0]?.message).toBe('Bản gốc ghi 54, bản dịch ghi 45.');
  });

  it('hold the submission up where the section says so, each place with a fix if there is one', async () => {
    const { findings } = await saves(1, 'See https://baclieu.gov.vn/ghengo for more.');
    expect(findings).toMatchObject([
      { check: 'links', severity: 'blocking', fix: { text: 'https://baclieu.gov.vn/ghe-ngo' } },
    ]);
    await expect(acts(translator, editionId, 'submit')).rejects.toMatchObject({
      status: 409,
      body: {
        code: 'translation.findings_blocking',
        count: 1,
        places: [{ check: 'links', position: 1, start: 4, end: 33 }],
      },
    });
  });

  it('are dismissed with a reason that the reviewer reads, and stand again', async () => {
    const { items } = await sheet(translator);
    const path = `segments/${items[0]?.id}/dismissals`;
    const finding = items[0]?.findings[0]?.key ?? '';
    expect(await translator.send('POST', path, { body: { finding, reason: ' ' } })).toMatchObject({
      status: 422,
    });
    const reason = 'Ban tổ chức đã đính chính: 45 đội.';
    const sent = { body: { finding, reason }, key: newId() };
    const dismissal = await translator.does(dismissalAnswerSchema, 'POST', path, sent);
    expect(dismissal).toMatchObject({ finding, reason, dismissedBy: translator.id });
    expect(await translator.does(dismissalAnswerSchema, 'POST', path, sent)).toEqual(dismissal);

    const withdrawn = await translator.send('POST', `${path}/withdraw`, { body: { finding } });
    expect(withdrawn.status).toBe(204);
    expect((await sheet(translator)).findings).toEqual({ blocking: 1, warning: 1, dismissed: 0 });
    await translator.does(dismissalAnswerSchema, 'POST', path, { body: { finding, reason } });

    await saves(1, 'See https://baclieu.gov.vn/ghe-ngo for more.');
    await acts(translator, editionId, 'submit');
    const read = await sheet(approver);
    expect(read.findings).toEqual({ blocking: 0, warning: 0, dismissed: 1 });
    expect(read.items[0]?.findings[0]).toMatchObject({
      message: 'The source says 54, the translation 45.',
      dismissal: { reason, dismissedBy: translator.id },
    });
  });

  it('are not for others to dismiss', async () => {
    const { items } = await sheet(translator);
    const path = `segments/${items[0]?.id}/dismissals`;
    const body = { finding: items[0]?.findings[0]?.key, reason: 'Đã xem.' };
    expect((await newsroom.stranger().send('POST', path, { body })).status).toBe(401);
    expect((await approver.send('POST', path, { body })).status).toBe(403);
  });

  it('may be set for a section by names and words that exist', async () => {
    const refused = newsroom.section('la', JSON.parse('{"checks":{"spelling":"blocking"}}'));
    await expect(refused).rejects.toMatchObject({ status: 422 });
  });
});
