import { Sections } from '@desk/articles';
import type { SignOffPolicy } from '@desk/contracts';
import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';
import { Concepts } from '../glossary/index.js';
import type { SheetSegment } from '../segments.service.js';
import { DismissedFindings } from './dismissals.service.js';
import type { KnownFinding } from './known-finding.js';

let newsroom: TranslatingNewsroom;
beforeAll(async () => {
  newsroom = await TranslatingNewsroom.open();
});
afterAll(() => newsroom.close());

const story = {
  title: 'Chợ nổi Cái Răng',
  paragraphs: ['Ngày 09/5/2013, chợ đón 1.000,5 tấn hàng.', 'Ghe xuồng đậu san sát.'],
};
const right = new Map([
  ['Chợ nổi Cái Răng', 'Cai Rang floating market'],
  [story.paragraphs[0], 'On 9 May 2013 the market received 1,000.5 tonnes of goods.'],
  ['Ghe xuồng đậu san sát.', 'Boats lie side by side here.'],
]);
const wrong = 'On 9 May 2014 the market received 10,005 tonnes of goods.';
const say = (source: string): string => right.get(source) ?? source;

/** A translation into English of which all is confirmed, the first sentence wrongly. */
async function faulty(checks: SignOffPolicy['checks'] = {}) {
  const source = await newsroom.source(story, { checks });
  const { editionId } = await newsroom.prepare(source, 'en');
  await newsroom.translate(editionId, (text) => (text === story.paragraphs[0] ? wrong : say(text)));
  return { source, editionId };
}
const sheetOf = async (editionId: string) =>
  newsroom.segments.sheet(await newsroom.desk.translator(), editionId);
async function wrongOne(editionId: string): Promise<SheetSegment> {
  const found = (await sheetOf(editionId)).items.find(
    ({ source }) => source === story.paragraphs[0],
  );
  if (!found) throw new Error('no such segment');
  return found;
}
const keys = (findings: readonly KnownFinding[]) =>
  findings.map(({ message, severity }) => `${severity} ${message.key}`);
const dismissed = () => newsroom.desk.get(DismissedFindings);

it('come with the segment that is saved, and with the sheet', async () => {
  const { editionId } = await faulty();
  const segment = await wrongOne(editionId);
  const wanted = ['warning checks:dates.changed', 'warning checks:numbers.changed'];
  expect(keys(segment.findings)).toEqual(wanted);
  const saved = await newsroom.segments.save(
    await newsroom.desk.translator(),
    segment.id,
    segment.version,
    { target: say(segment.source), status: 'draft' },
  );
  expect(saved.findings).toEqual([]);
  expect((await sheetOf(editionId)).findings).toEqual({ blocking: 0, warning: 0, dismissed: 0 });
});

it('are none for a segment that nobody has begun', async () => {
  const { editionId } = await newsroom.prepare(await newsroom.source(story), 'km');
  const { items } = await sheetOf(editionId);
  expect(items.flatMap(({ findings }) => findings)).toEqual([]);
});

it('let a submission pass that they only warn of; the reviewer sees them', async () => {
  const { editionId } = await faulty();
  await newsroom.desk.submit(editionId);
  const reviewer = await newsroom.desk.approver();
  const sheet = await newsroom.segments.sheet(reviewer, editionId);
  expect(sheet.findings).toEqual({ blocking: 0, warning: 2, dismissed: 0 });
});

describe('a section', () => {
  it('may make a check blocking: the submission is refused with the places', async () => {
    const { editionId } = await faulty({ dates: 'blocking' });
    const segment = await wrongOne(editionId);
    await expect(newsroom.desk.submit(editionId)).rejects.toMatchObject({
      code: 'translation.findings_blocking',
      status: 409,
      facts: {
        count: 1,
        places: [
          {
            segmentId: segment.id,
            position: segment.position,
            check: 'dates',
            code: 'checks:dates.changed',
            side: 'target',
            start: wrong.indexOf('9 May'),
            end: wrong.indexOf(' the'),
          },
        ],
      },
    });
    expect((await newsroom.desk.edition(editionId)).state).toBe('draft');
    await newsroom.segments.save(await newsroom.desk.translator(), segment.id, segment.version, {
      target: say(segment.source),
      status: 'confirmed',
    });
    await newsroom.desk.submit(editionId);
    expect((await newsroom.desk.edition(editionId)).state).toBe('in_review');
  });

  it('may switch a check off', async () => {
    const { editionId } = await faulty({ dates: 'off', numbers: 'off' });
    expect((await wrongOne(editionId)).findings).toEqual([]);
  });
});

describe('a dismissal', () => {
  const reason = 'Bản gốc ghi sai năm; toà soạn đã đồng ý.';
  async function dismissing(editionId: string) {
    const segment = await wrongOne(editionId);
    const finding = segment.findings.find(({ check }) => check === 'dates')?.key ?? '';
    const translator = await newsroom.desk.translator();
    const answer = await dismissed().dismiss(translator, segment.id, { finding, reason });
    return { segment, finding, translator, answer };
  }

  it('is kept with its reason, which the reviewer reads', async () => {
    const { editionId } = await faulty();
    const { translator, finding, answer } = await dismissing(editionId);
    expect(answer).toMatchObject({ finding, reason, dismissedBy: translator.id });
    await newsroom.desk.submit(editionId);
    const sheet = await newsroom.segments.sheet(await newsroom.desk.approver(), editionId);
    expect(sheet.findings).toEqual({ blocking: 0, warning: 1, dismissed: 1 });
    expect(
      sheet.items.flatMap(({ findings }) => findings.map((one) => one.dismissal?.reason)),
    ).toEqual([reason, undefined]);
  });

  it('outlives other changes of the sentence, and a new source revision', async () => {
    const { source, editionId } = await faulty();
    const { segment, translator } = await dismissing(editionId);
    await newsroom.segments.save(translator, segment.id, segment.version, {
      target: `Here, ${wrong}`,
      status: 'confirmed',
    });
    expect((await wrongOne(editionId)).findings.map(({ dismissal }) => dismissal?.reason)).toEqual([
      reason,
      undefined,
    ]);
    const paragraphs = [...story.paragraphs, 'Khách rất vui.'];
    await newsroom.prepare(await newsroom.changed(source.id, { ...story, paragraphs }), 'en');
    const carried = await wrongOne(editionId);
    expect(carried.id).not.toBe(segment.id);
    expect(carried.findings.map(({ dismissal }) => dismissal?.reason)).toEqual([reason, undefined]);
  });

  it('has one reason, the newest, and can be taken back', async () => {
    const { editionId } = await faulty();
    const { segment, finding, translator } = await dismissing(editionId);
    await dismissed().dismiss(translator, segment.id, { finding, reason: 'Đã hỏi tác giả.' });
    expect((await wrongOne(editionId)).findings[0]?.dismissal?.reason).toBe('Đã hỏi tác giả.');
    await dismissed().withdraw(translator, segment.id, finding);
    expect((await wrongOne(editionId)).findings[0]?.dismissal).toBeNull();
    await expect(dismissed().withdraw(translator, segment.id, finding)).rejects.toMatchObject({
      code: 'finding.not_dismissed',
      status: 404,
    });
  });

  it('is refused of what blocks, of what is not there, and to who may not write', async () => {
    const { editionId } = await faulty({ dates: 'blocking' });
    const { id, findings } = await wrongOne(editionId);
    const finding = findings[0]?.key ?? '';
    const translator = await newsroom.desk.translator();
    await expect(dismissed().dismiss(translator, id, { finding, reason })).rejects.toMatchObject({
      code: 'finding.blocking',
      status: 409,
    });
    await expect(
      dismissed().dismiss(translator, id, { finding: 'dates|none', reason }),
    ).rejects.toMatchObject({ code: 'finding.missing', status: 404 });
    const writer = await newsroom.desk.writer();
    await expect(dismissed().dismiss(writer, id, { finding, reason })).rejects.toMatchObject({
      code: 'permission.denied',
      status: 403,
    });
  });

  it('is refused when the text is with the reviewer', async () => {
    const { editionId } = await faulty();
    const { id, findings } = await wrongOne(editionId);
    await newsroom.desk.submit(editionId);
    await expect(
      dismissed().dismiss(await newsroom.desk.translator(), id, {
        finding: findings[0]?.key ?? '',
        reason,
      }),
    ).rejects.toMatchObject({ code: 'edition.not_writable', status: 409 });
  });

  it('does not hold against a check that the section has made blocking since', async () => {
    const { source, editionId } = await faulty();
    await dismissing(editionId);
    const { policy } = await newsroom.desk.edition(editionId);
    const administrator = await newsroom.desk.person('Danh Sa Vuth', { role: 'administrator' });
    await newsroom.desk.get(Sections).update(administrator, source.sectionId, 1, {
      policy: { ...policy, checks: { dates: 'blocking' } },
    });
    await expect(newsroom.desk.submit(editionId)).rejects.toMatchObject({
      code: 'translation.findings_blocking',
    });
    expect((await sheetOf(editionId)).findings).toEqual({ blocking: 1, warning: 1, dismissed: 0 });
  });
});

it('ask for the words of the glossary, and for one translation of one sentence', async () => {
  const terminologist = await newsroom.desk.person('Sơn Thị Mỹ', { role: 'managing_editor' });
  const term = (language: 'vi' | 'en', words: string, status: 'preferred' | 'forbidden') => ({
    language,
    term: words,
    status,
    note: '',
  });
  await newsroom.desk.get(Concepts).create(terminologist, {
    ...{ domain: '', note: '', source: '' },
    terms: [
      term('vi', 'bến tàu', 'preferred'),
      term('en', 'pier', 'preferred'),
      term('en', 'dock', 'forbidden'),
    ],
  });
  const sentence = 'Bến tàu mở cửa lại.';
  const source = await newsroom.source({ title: 'Tin vắn', paragraphs: [sentence, sentence] });
  const { editionId } = await newsroom.prepare(source, 'en');
  const translator = await newsroom.desk.translator();
  const [title, first, second] = await newsroom.sheet(editionId);
  if (!title || !first || !second) throw new Error('three segments were expected');
  const confirmed = (target: string) => ({ target, status: 'confirmed' as const });
  const one = await newsroom.segments.save(
    translator,
    first.id,
    first.version,
    confirmed('The dock opens again.'),
  );
  expect(one.findings.map(({ message, fix }) => [message.key, fix?.text])).toEqual([
    ['checks:terms.forbidden_for', 'pier'],
  ]);
  const other = await newsroom.segments.save(
    translator,
    second.id,
    second.version,
    confirmed('The pier opens again.'),
  );
  expect(other.findings.map(({ message, fix }) => [message.key, fix?.text])).toEqual([
    ['checks:consistency.otherwise', 'The dock opens again.'],
  ]);
});
