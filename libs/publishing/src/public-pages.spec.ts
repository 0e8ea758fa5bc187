import type { Language } from '@desk/languages';
import { PublishingNewsroom } from '../../../test/support/publishing-newsroom.js';
import { PublishingScenes, reason } from '../../../test/support/publishing-scenes.js';

let newsroom: PublishingNewsroom;
let scenes: PublishingScenes;
beforeAll(async () => {
  newsroom = await PublishingNewsroom.open();
  scenes = await PublishingScenes.in(newsroom);
});
afterAll(() => newsroom.close());

describe('I: what happens to one edition changes no other', () => {
  const others = async (articleId: string, but: Language): Promise<unknown[]> =>
    newsroom.sql.query('SELECT * FROM edition WHERE article_id = ? AND language <> ?', [
      articleId,
      but,
    ]);
  const texts = async (articleId: string, but: Language) =>
    (await scenes.pages(articleId))
      .filter((page) => page.language !== but)
      .map(({ being_updated: _, ...page }) => page);

  it('correcting, withdrawing, restoring and archiving the Khmer edition', async () => {
    const [vi, , km] = await scenes.articleOf(scenes.together);
    await scenes.act(vi, 'publish');
    const before = [await others(vi.articleId, 'km'), await texts(vi.articleId, 'km')];
    newsroom.clock.advance(60_000);
    await scenes.revised(km, 'ការងារព័ត៌មានក្រៅប្រទេស៖ កែតម្រូវ');
    await scenes.act(km, 'correct', { note: 'បានកែតម្រូវតួលេខ។' });
    await scenes.act(km, 'withdraw', { reason });
    await scenes.act(km, 'restore');
    await scenes.act(km, 'archive');
    expect([await others(vi.articleId, 'km'), await texts(vi.articleId, 'km')]).toEqual(before);
    expect(await scenes.statuses(vi)).toEqual({ en: 'live', km: 'archived', vi: 'live' });
  });

  it('a corrected source only marks the other pages, until they follow', async () => {
    const [vi, , km] = await scenes.articleOf(scenes.together);
    await scenes.act(vi, 'publish');
    const before = [await others(vi.articleId, 'vi'), await texts(vi.articleId, 'vi')];
    newsroom.clock.advance(60_000);
    await scenes.revised(vi, 'Công tác thông tin đối ngoại: đính chính');
    await scenes.act(vi, 'correct', { note: 'Sửa số lượt người tham quan triển lãm.' });
    expect([await others(vi.articleId, 'vi'), await texts(vi.articleId, 'vi')]).toEqual(before);
    const marks = async () =>
      Object.fromEntries(
        (await scenes.pages(vi.articleId)).map((page) => [page.language, page.being_updated]),
      );
    expect(await marks()).toEqual({ en: 1, km: 1, vi: 0 });

    // The Khmer edition follows: made from the corrected source, signed, corrected.
    const { version } = await newsroom.edition(km.id);
    await newsroom.transitions.perform(await newsroom.translator(), km.id, version, 'revise', {});
    await newsroom.translation(vi, 'km', 'ការងារព័ត៌មានក្រៅប្រទេស៖ កែតាម');
    await newsroom.approve(km.id);
    await scenes.act(km, 'correct', { note: 'កែតាមអត្ថបទដើម។' });
    expect(await marks()).toEqual({ en: 1, km: 0, vi: 0 });
    expect((await scenes.pages(vi.articleId))[1]).toMatchObject({
      corrections: [{ at: newsroom.clock.now().toISOString(), note: 'កែតាមអត្ថបទដើម។' }],
    });
  });

  it('withdraws others only when they are named', async () => {
    const [vi] = await scenes.articleOf(scenes.together);
    await scenes.act(vi, 'publish');
    await scenes.act(vi, 'withdraw', { reason, also: ['en'] });
    expect(await scenes.statuses(vi)).toEqual({ en: 'withdrawn', km: 'live', vi: 'withdrawn' });
    const [en] = await scenes.pages(vi.articleId);
    expect(en).toMatchObject({ title: '', html: '', withdrawal_reason: reason });
    await scenes.act(vi, 'restore', { also: ['en'] });
    expect(await scenes.statuses(vi)).toEqual({ en: 'live', km: 'live', vi: 'live' });
    expect((await scenes.pages(vi.articleId))[0]).toMatchObject({ withdrawal_reason: null });
  });

  it('withdraws none when one of those named cannot go', async () => {
    const [vi] = await scenes.articleOf(scenes.asReady, ['vi', 'km']);
    await scenes.act(vi, 'publish');
    await expect(scenes.act(vi, 'withdraw', { reason, also: ['km'] })).rejects.toMatchObject({
      code: 'transition.while_none',
    });
    await expect(scenes.act(vi, 'withdraw', { reason, also: ['en'] })).rejects.toMatchObject({
      code: 'release.no_such_edition',
    });
    await expect(scenes.act(vi, 'withdraw')).rejects.toMatchObject({
      code: 'transition.say_reason',
    });
    expect(await scenes.statuses(vi)).toEqual({ vi: 'live' });
  });
});

describe('addresses', () => {
  it('lets the address that readers knew lead to the new one, and a taken-back one be itself', async () => {
    const [vi] = await scenes.articleOf(scenes.asReady, ['vi']);
    await scenes.act(vi, 'publish');
    const [first] = await scenes.pages(vi.articleId);
    const withSlug = async (slug: string) => {
      const { version } = await newsroom.edition(vi.id);
      await newsroom.transitions.perform(await newsroom.writer(), vi.id, version, 'revise', {});
      await newsroom.write(vi.id, undefined, slug);
      await newsroom.approve(vi.id);
      await scenes.act(vi, 'correct', { note: 'Đổi địa chỉ.' });
    };
    const redirects = async () =>
      newsroom.sql.query('SELECT slug FROM public_redirect WHERE edition_id = ?', [vi.id]);
    await withSlug('thong-tin-doi-ngoai-bac-lieu');
    expect(await redirects()).toEqual([{ slug: first?.slug }]);
    await withSlug(String(first?.slug));
    expect(await redirects()).toEqual([{ slug: 'thong-tin-doi-ngoai-bac-lieu' }]);
  });

  it('follows a section that is renamed, pages and all', async () => {
    const section = await newsroom.section('su-kien');
    const [vi] = await scenes.articleOf(section, ['vi']);
    await scenes.act(vi, 'publish');
    await newsroom.renameSection(section, 'su-kien-trong-tinh');
    expect(await scenes.pages(vi.articleId)).toMatchObject([
      { section_code: 'su-kien-trong-tinh' },
    ]);
    const shown = await newsroom.sql.query('SELECT code FROM public_section WHERE id = ?', [
      section.id,
    ]);
    expect(shown).toEqual([{ code: 'su-kien-trong-tinh' }]);
  });
});
