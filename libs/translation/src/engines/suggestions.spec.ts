import {
  market,
  marketInEnglish,
  SuggestingNewsroom,
} from '../../../../test/support/engines/suggesting-newsroom.js';
import { Concepts } from '../glossary/index.js';
import { SegmentLayouts } from '../segment-layouts.service.js';
import { TaskExports, TaskImports } from '../task-files/index.js';
import { dueSuggestions } from './suggestion-orders.queries.js';
import { Suggestions } from './suggestions.service.js';

let newsroom: SuggestingNewsroom;
beforeAll(async () => {
  newsroom = await SuggestingNewsroom.open();
});
beforeEach(() => newsroom.forget());
afterAll(() => newsroom.close());

describe('suggestions', () => {
  it('fill what nobody has touched, marked as such, and count for nothing until confirmed', async () => {
    const editionId = await newsroom.prepared();
    expect((await newsroom.sheet(editionId)).suggestions).toEqual({
      state: 'waiting',
      engine: 'azure',
      suggested: 0,
      missing: 3,
      reason: null,
    });
    expect(await newsroom.worksOff()).toBe(1);
    const sheet = await newsroom.sheet(editionId);
    expect(sheet).toMatchObject({ total: 3, confirmed: 0 });
    expect(sheet.items.map(({ target }) => target)).toEqual(marketInEnglish);
    for (const one of sheet.items) {
      expect(one).toMatchObject({
        status: 'draft',
        origin: 'engine',
        engine: 'azure',
        editedBy: null,
      });
    }
    expect(sheet.suggestions).toMatchObject({
      state: 'done',
      suggested: 3,
      missing: 0,
      reason: null,
    });
    const [told] = (await newsroom.desk.entries('translation.suggested')).slice(-1);
    expect(told).toMatchObject({ editionId, payload: { engine: 'azure', segments: 3 } });

    await newsroom.confirms(editionId, 1, marketInEnglish[1] ?? '');
    await expect(newsroom.desk.submit(editionId)).rejects.toMatchObject({
      code: 'translation.segments_open',
    });
    await newsroom.translating.translate(editionId, (source) => marketInEnglish[0] ?? source);
    expect(await newsroom.sheet(editionId)).toMatchObject({ confirmed: 3 });
    expect((await newsroom.translating.sheet(editionId))[0]).toMatchObject({
      origin: 'person',
      engine: 'azure',
    });
  });

  it('are asked for once, however often the order is looked at', async () => {
    await newsroom.prepared();
    const { asked } = newsroom.served.server;
    const before = asked.length;
    const [due] = await dueSuggestions(newsroom.desk.sql, newsroom.desk.clock.now(), 10);
    const suggestions = newsroom.desk.get(Suggestions);
    await Promise.all([1, 2, 3].map(() => suggestions.fulfil(due?.id ?? '')));
    await suggestions.fulfil(due?.id ?? '');
    expect(asked.length - before).toBe(1);
    expect(await newsroom.worksOff()).toBe(0);
  });

  it('never take what a person wrote meanwhile, nor make their save a conflict', async () => {
    const editionId = await newsroom.prepared();
    const [, second] = await newsroom.translating.sheet(editionId);
    await newsroom.confirms(editionId, 0, 'The floating market of Cai Rang');
    await newsroom.worksOff();
    expect(
      (await newsroom.translating.sheet(editionId)).map(({ target, origin }) => [target, origin]),
    ).toEqual([
      ['The floating market of Cai Rang', 'person'],
      [marketInEnglish[1], 'engine'],
      [marketInEnglish[2], 'engine'],
    ]);
    // The translator had opened the segment while it was empty.
    const text = { target: 'It opens at five.', status: 'confirmed' } as const;
    const translator = await newsroom.desk.translator();
    const saved = await newsroom.translating.segments.save(
      translator,
      second?.id ?? '',
      second?.version ?? 0,
      text,
    );
    expect(saved).toMatchObject({ target: 'It opens at five.', origin: 'person' });
  });

  it('are kept over a new source for sentences that stayed, and asked anew for others', async () => {
    const source = await newsroom.translating.source(market);
    const { editionId } = await newsroom.translating.prepare(source, 'en');
    await newsroom.worksOff();
    const changed = await newsroom.translating.changed(source.id, {
      ...market,
      paragraphs: ['Chợ họp từ 5 giờ sáng. Ghe xuồng đậu san sát tại Sóc Trăng.'],
    });
    await newsroom.translating.prepare(changed, 'en');
    expect(
      (await newsroom.translating.sheet(editionId)).map(({ target, origin }) => [target, origin]),
    ).toEqual([
      [marketInEnglish[0], 'engine'],
      [marketInEnglish[1], 'engine'],
      ['', 'none'],
    ]);
    await newsroom.worksOff();
    expect((await newsroom.translating.sheet(editionId))[2]).toMatchObject({
      target: 'Boats lie side by side in Soc Trang.',
      origin: 'engine',
    });
  });

  it('give way to what the memory learns meanwhile', async () => {
    const text = { title: 'Đua ghe ngo hôm nay', paragraphs: ['Chợ nổi Cái Răng vắng khách.'] };
    const source = await newsroom.translating.source(text);
    const { editionId } = await newsroom.translating.prepare(source, 'km');
    await newsroom.worksOff();
    expect((await newsroom.translating.sheet(editionId)).map(({ origin }) => origin)).toEqual([
      'engine',
      'engine',
    ]);
    const other = await newsroom.translating.source({ ...text, title: 'Chợ hôm nay' });
    const translated = (await newsroom.translating.prepare(other, 'km')).editionId;
    await newsroom.translating.translate(translated, (sentence) => `ប្រយោគ ${sentence}`);
    await newsroom.translating.approve(translated);
    await newsroom.translating.prepare(
      await newsroom.translating.changed(source.id, { ...text, title: 'Đua ghe ngo' }),
      'km',
    );
    expect((await newsroom.translating.sheet(editionId))[1]).toMatchObject({
      origin: 'memory',
      engine: null,
      target: 'ប្រយោគ Chợ nổi Cái Răng vắng khách.',
    });
  });

  it('use the terms of the glossary', async () => {
    await newsroom.desk.get(Concepts).create(await newsroom.desk.managingEditor(), {
      domain: 'bodies',
      note: '',
      source: '',
      terms: [
        { language: 'vi', term: 'Uỷ ban nhân dân', status: 'preferred', note: '' },
        { language: 'en', term: "People's Committee", status: 'preferred', note: '' },
      ],
    });
    const editionId = await newsroom.prepared({
      ...market,
      title: 'Uỷ ban nhân dân tại Sóc Trăng',
    });
    await newsroom.worksOff();
    expect((await newsroom.translating.sheet(editionId))[0]?.target).toBe(
      "People's Committee in Soc Trang",
    );
  });
});

describe('joined and cut', () => {
  it('suggestions stay suggestions, unless a person has said part of it', async () => {
    const editionId = await newsroom.prepared();
    await newsroom.worksOff();
    const translator = await newsroom.desk.translator();
    const layouts = newsroom.desk.get(SegmentLayouts);
    const second = async () => (await newsroom.translating.sheet(editionId))[1];
    const { id = '', version = 0 } = (await second()) ?? {};
    await layouts.join(translator, id, version);
    const whole = `${marketInEnglish[1]} ${marketInEnglish[2]}`;
    expect(await second()).toMatchObject({ target: whole, origin: 'engine', engine: 'azure' });
    const cut = {
      offset: 'Chợ họp từ 5 giờ sáng. '.length,
      targetOffset: marketInEnglish[1]?.length ?? 0,
    };
    await layouts.cut(translator, id, (await second())?.version ?? 0, cut);
    expect((await newsroom.translating.sheet(editionId)).slice(1)).toMatchObject([
      { target: marketInEnglish[1], status: 'draft', origin: 'engine', engine: 'azure' },
      { target: marketInEnglish[2], status: 'draft', origin: 'engine', engine: 'azure' },
    ]);
    await newsroom.confirms(editionId, 2, 'Boats, side by side.');
    await layouts.join(translator, id, (await second())?.version ?? 0);
    expect(await second()).toMatchObject({ status: 'draft', origin: 'person', engine: 'azure' });
  });
});

describe.each(['xliff-1.2', 'xliff-2.1'] as const)('a task as %s', (format) => {
  it('tells suggestions as the matches of a machine, and comes back unconfirmed', async () => {
    const source = await newsroom.translating.source(market);
    await newsroom.desk.sql.query(
      `UPDATE revision SET body = JSON_SET(body, '$.content[0].content[0].marks', JSON_ARRAY(JSON_OBJECT('type', 'bold')))
       WHERE id = ?`,
      [source.approvedRevisionId],
    );
    const { editionId } = await newsroom.translating.prepare(source, 'en');
    await newsroom.worksOff();
    const translator = await newsroom.desk.translator();
    expect((await newsroom.translating.sheet(editionId))[1]?.target).toBe(
      '⟨1⟩The market opens at 5 a.m.⟨/1⟩',
    );
    const { content } = await newsroom.desk.get(TaskExports).write(translator, editionId, format);
    expect(content.match(/type="mt"|extype="x-machine"/g)).toHaveLength(3);
    expect(content).toContain('origin="azure"');
    const preview = await newsroom.desk
      .get(TaskImports)
      .read(translator, editionId, 'task.xlf', Buffer.from(content));
    expect(preview).toMatchObject({ problems: [], counts: { same: 3, replaces: 0, conflict: 0 } });
  });
});
