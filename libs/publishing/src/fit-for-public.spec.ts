import type { Edition } from '@desk/articles';
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

describe('A: nothing is public unless that exact revision has all its sign-offs', () => {
  const against = async (edition: Edition, statement: string, values: unknown[], code: string) => {
    await newsroom.sql.query(statement, values);
    await expect(scenes.act(edition, 'publish')).rejects.toMatchObject({ code });
    expect(await scenes.pages(edition.articleId)).toEqual([]);
  };

  it('refuses when a sign-off was voided', async () => {
    const [vi] = await scenes.articleOf(scenes.asReady, ['vi']);
    await against(
      vi,
      'UPDATE sign_off SET voided_at = signed_at WHERE edition_id = ?',
      [vi.id],
      'release.not_signed_off',
    );
  });

  it('refuses when the sign-off is for another text', async () => {
    const [vi] = await scenes.articleOf(scenes.asReady, ['vi']);
    await against(
      vi,
      'UPDATE sign_off SET revision_hash = ? WHERE edition_id = ?',
      ['0'.repeat(64), vi.id],
      'release.not_signed_off',
    );
  });

  it('refuses when the one who signed had written some of it', async () => {
    const [vi] = await scenes.articleOf(scenes.asReady, ['vi']);
    const writer = await newsroom.writer();
    await against(
      vi,
      'UPDATE sign_off SET account_id = ? WHERE edition_id = ?',
      [writer.id, vi.id],
      'release.not_signed_off',
    );
  });

  it('refuses when the stored text is not the one that was signed', async () => {
    const [vi] = await scenes.articleOf(scenes.asReady, ['vi']);
    await against(
      vi,
      `UPDATE revision SET body = JSON_REPLACE(body, '$.content[0].content[0].text', ?)
       WHERE id = ?`,
      ['Một câu khác.', vi.approvedRevisionId],
      'release.text_altered',
    );
  });

  it('refuses when the stored text cannot even be read', async () => {
    const [vi] = await scenes.articleOf(scenes.asReady, ['vi']);
    await against(
      vi,
      `UPDATE revision SET body = '{"type":"doc","content":[{"type":"script"}]}' WHERE id = ?`,
      [vi.approvedRevisionId],
      'release.text_altered',
    );
  });

  it('refuses an edition that was never signed, from every state', async () => {
    const draft = await newsroom.draft(scenes.asReady);
    for (const action of ['publish', 'schedule', 'correct'] as const) {
      await expect(
        scenes.act(draft, action, { note: 'Sửa số liệu.', publishAt: scenes.inMinutes(5) }),
      ).rejects.toMatchObject({ code: 'transition.wrong_state' });
    }
    expect(await scenes.pages(draft.articleId)).toEqual([]);
  });

  it('shows exactly the signed revision while its successor is written', async () => {
    const [vi] = await scenes.articleOf(scenes.asReady, ['vi']);
    await scenes.act(vi, 'publish');
    const { version } = await newsroom.edition(vi.id);
    await newsroom.transitions.perform(await newsroom.writer(), vi.id, version, 'revise', {});
    await newsroom.write(vi.id, 'Một tựa đề chưa ai duyệt');
    expect(await scenes.pages(vi.articleId)).toMatchObject([{ title: vi.title, status: 'live' }]);
  });
});

describe('J: a stale translation is not public unless a sign-off names it', () => {
  /** A Khmer edition that was approved, and then its source was approved again. */
  const overtaken = async (): Promise<[vi: Edition, km: Edition]> => {
    const [vi, km] = await scenes.articleOf(scenes.asReady, ['vi', 'km']);
    const writer = await newsroom.writer();
    await newsroom.transitions.perform(writer, vi.id, vi.version, 'recall', {});
    await newsroom.write(vi.id, 'Công tác thông tin đối ngoại: bản sửa');
    return [await newsroom.approve(vi.id), km];
  };

  it('refuses it at publishing and at scheduling', async () => {
    const [, km] = await overtaken();
    await expect(scenes.act(km, 'publish')).rejects.toMatchObject({
      code: 'release.edition_stale',
      facts: { language: 'km' },
    });
    await expect(
      scenes.act(km, 'schedule', { publishAt: scenes.inMinutes(5) }),
    ).rejects.toMatchObject({
      code: 'release.edition_stale',
    });
    expect(await scenes.pages(km.articleId)).toEqual([]);
  });

  it('refuses it when it became stale while it waited for its time', async () => {
    const [vi, km] = await scenes.articleOf(scenes.asReady, ['vi', 'km']);
    await scenes.act(km, 'schedule', { publishAt: scenes.inMinutes(10) });
    await newsroom.transitions.perform(await newsroom.writer(), vi.id, vi.version, 'recall', {});
    await newsroom.write(vi.id, 'Công tác thông tin đối ngoại: bản mới');
    await newsroom.approve(vi.id);
    newsroom.clock.advance(11 * 60_000);
    const [id] = await dueReleases(newsroom.sql, newsroom.clock.now());
    expect(await newsroom.dueReleases.publish(id ?? '')).toBe('failed');
    expect(await scenes.pages(km.articleId)).toEqual([]);
    expect(await newsroom.edition(km.id)).toMatchObject({ state: 'approved' });
  });

  it('lets it pass when the sign-off accepted just that, and tells readers of it', async () => {
    const [vi, km] = await overtaken();
    const translator = await newsroom.translator();
    await newsroom.transitions.perform(translator, km.id, km.version, 'recall', {});
    await newsroom.approve(km.id, true);
    await scenes.act(km, 'publish');
    await scenes.act(vi, 'publish');
    expect(await scenes.pages(km.articleId)).toMatchObject([
      { language: 'km', status: 'live', being_updated: 1 },
      { language: 'vi', status: 'live', being_updated: 0 },
    ]);
  });

  it('refuses it again when the source moved on after that sign-off', async () => {
    const [vi, km] = await overtaken();
    const translator = await newsroom.translator();
    await newsroom.transitions.perform(translator, km.id, km.version, 'recall', {});
    await newsroom.approve(km.id, true);
    const { version } = await newsroom.edition(vi.id);
    await newsroom.transitions.perform(await newsroom.writer(), vi.id, version, 'recall', {});
    await newsroom.write(vi.id, 'Công tác thông tin đối ngoại: bản thứ ba');
    await newsroom.approve(vi.id);
    await expect(scenes.act(km, 'publish')).rejects.toMatchObject({
      code: 'release.edition_stale',
    });
  });
});
