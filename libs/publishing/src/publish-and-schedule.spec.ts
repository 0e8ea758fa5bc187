import { PublishingNewsroom } from '../../../test/support/publishing-newsroom.js';
import { PublishingScenes } from '../../../test/support/publishing-scenes.js';
import { dueReleases } from './release.queries.js';

let newsroom: PublishingNewsroom;
let scenes: PublishingScenes;
beforeAll(async () => {
  newsroom = await PublishingNewsroom.open();
  scenes = await PublishingScenes.in(newsroom);
});
afterAll(() => newsroom.close());

describe('publishing', () => {
  it('makes an edition public alone where languages go as they are ready', async () => {
    const [vi, km] = await scenes.articleOf(scenes.asReady, ['vi', 'km']);
    const published = await scenes.act(vi, 'publish');
    expect(published).toMatchObject({ state: 'published', liveness: 'live' });
    expect(published.liveRevisionId).toBe(vi.approvedRevisionId);
    expect(await scenes.statuses(vi)).toEqual({ vi: 'live' });
    expect(await newsroom.edition(km.id)).toEqual(km);
    expect(await scenes.factsOf(vi)).toEqual(['edition.published', 'release.published']);
  });

  it('makes all required languages public in one release where they go together', async () => {
    const [vi, en] = await scenes.articleOf(scenes.together);
    await scenes.act(en, 'publish');
    expect(await scenes.statuses(vi)).toEqual({ en: 'live', km: 'live', vi: 'live' });
    const times = (await scenes.pages(vi.articleId)).map((page) => page.published_at);
    expect(new Set(times.map(String)).size).toBe(1);
  });

  it('refuses with the languages that are missing, and changes nothing', async () => {
    const [vi] = await scenes.articleOf(scenes.together, ['vi']);
    await newsroom.translation(vi, 'km');
    const before = await newsroom.edition(vi.id);
    await expect(scenes.act(vi, 'publish')).rejects.toMatchObject({
      code: 'release.editions_missing',
      facts: {
        missing: [
          { language: 'km', state: 'draft' },
          { language: 'en', state: null },
        ],
      },
    });
    expect(await newsroom.edition(vi.id)).toEqual(before);
    expect(await scenes.pages(vi.articleId)).toEqual([]);
  });

  it('says beforehand on the button why it is closed', async () => {
    const [vi] = await scenes.articleOf(scenes.together, ['vi', 'en']);
    const options = await newsroom.transitions.options(await newsroom.managingEditor(), vi.id);
    expect(options.find(({ action }) => action === 'publish')).toMatchObject({
      allowed: false,
      because: [
        {
          code: 'release.editions_missing',
          facts: { missing: [{ language: 'km', state: null }] },
        },
      ],
    });
  });

  it('needs the permission for every language that goes along', async () => {
    const [vi] = await scenes.articleOf(scenes.together);
    const approver = await newsroom.person('Thạch Sophea', [
      { role: 'approver', sectionId: null, sourceLanguage: null, language: 'vi' },
    ]);
    await expect(
      newsroom.releases.perform(approver, vi.id, vi.version, 'publish', {}),
    ).rejects.toMatchObject({ status: 403 });
    expect(await scenes.pages(vi.articleId)).toEqual([]);
  });

  it('credits translators and renders the text once', async () => {
    const [vi] = await scenes.articleOf(scenes.together);
    await scenes.act(vi, 'publish');
    const [, km] = await scenes.pages(vi.articleId);
    expect(km).toMatchObject({ translators: ['Sơn Thị Sa Rây'], byline: 'THT', is_source: 0 });
    expect(km?.html).toContain('<p>ការងារព័ត៌មានក្រៅប្រទេស');
  });

  it('of two at once lets one publish', async () => {
    const [vi] = await scenes.articleOf(scenes.together);
    const person = await newsroom.managingEditor();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        newsroom.releases.perform(person, vi.id, vi.version, 'publish', {}),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ status: 409 });
    }
    expect((await scenes.factsOf(vi)).filter((fact) => fact === 'release.published')).toHaveLength(
      1,
    );
  });
});

describe('schedules', () => {
  it('plans all editions for a time, and calls all off again', async () => {
    const [vi, en, km] = await scenes.articleOf(scenes.together);
    await scenes.act(vi, 'schedule', { publishAt: scenes.inMinutes(60) });
    expect(await newsroom.edition(km.id)).toMatchObject({ state: 'scheduled' });
    const planned = await newsroom.releaseLists.list(await newsroom.managingEditor(), {
      limit: 20,
      articleId: vi.articleId,
    });
    expect(planned.items).toMatchObject([
      { state: 'planned', publishAt: scenes.inMinutes(60), editions: { length: 3 } },
    ]);
    await scenes.act(en, 'unschedule');
    for (const { id } of [vi, en, km]) {
      expect(await newsroom.edition(id)).toMatchObject({ state: 'approved', liveness: 'none' });
    }
    await scenes.act(vi, 'schedule', { publishAt: scenes.inMinutes(90) });
    expect((await scenes.factsOf(vi)).filter((fact) => fact.startsWith('release'))).toEqual([
      'release.planned',
      'release.cancelled',
      'release.planned',
    ]);
    await scenes.act(vi, 'unschedule');
  });

  it('refuses a time that is past, and plans nothing', async () => {
    const [vi] = await scenes.articleOf(scenes.asReady, ['vi']);
    await expect(
      scenes.act(vi, 'schedule', { publishAt: scenes.inMinutes(-1) }),
    ).rejects.toMatchObject({
      code: 'transition.publish_at_past',
    });
    await expect(scenes.act(vi, 'schedule')).rejects.toMatchObject({
      code: 'transition.say_publish_at',
    });
    expect(await newsroom.edition(vi.id)).toMatchObject({ state: 'approved' });
  });

  it('of two schedules at once keeps one', async () => {
    const [vi] = await scenes.articleOf(scenes.asReady, ['vi']);
    const person = await newsroom.managingEditor();
    const said = { publishAt: scenes.inMinutes(45) };
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        newsroom.releases.perform(person, vi.id, vi.version, 'schedule', said),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ status: 409 });
    }
    await scenes.act(vi, 'unschedule');
  });

  it('publishes a scheduled release at once when asked to', async () => {
    const [vi, en] = await scenes.articleOf(scenes.together);
    await scenes.act(vi, 'schedule', { publishAt: scenes.inMinutes(60) });
    await scenes.act(en, 'publish');
    expect(await scenes.statuses(vi)).toEqual({ en: 'live', km: 'live', vi: 'live' });
    newsroom.clock.advance(61 * 60_000);
    expect(await dueReleases(newsroom.sql, newsroom.clock.now())).toEqual([]);
  });
});

describe('H: releases are seen by those who may see their section', () => {
  it('lists page by page, and knows nothing of other sections', async () => {
    const managingEditor = await newsroom.managingEditor();
    const first = await newsroom.releaseLists.list(managingEditor, { limit: 3 });
    expect(first.items).toHaveLength(3);
    const second = await newsroom.releaseLists.list(managingEditor, {
      limit: 3,
      cursor: first.next ?? '',
    });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);

    const elsewhere = await newsroom.section('van-hoa');
    const stranger = await newsroom.person('Kim Ngọc Thái', [
      { role: 'writer', sectionId: elsewhere.id, sourceLanguage: null, language: null },
    ]);
    expect(await newsroom.releaseLists.list(stranger, { limit: 20 })).toEqual({
      items: [],
      next: null,
    });
    await expect(newsroom.releaseLists.find(stranger, ids[0] ?? '')).rejects.toMatchObject({
      code: 'release.missing',
    });
  });
});
