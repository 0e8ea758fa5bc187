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

describe('F: a scheduled release goes out once, at its time, all its editions together or none', () => {
  const planned = async (edition: Edition): Promise<string> => {
    const [row]: { id: string }[] = await newsroom.sql.query(
      `SELECT id FROM \`release\` WHERE article_id = ? AND state = 'planned'`,
      [edition.articleId],
    );
    return row?.id ?? '';
  };

  it('not before, then once however often the job runs', async () => {
    const [vi] = await scenes.articleOf(scenes.together);
    await scenes.act(vi, 'schedule', { publishAt: scenes.inMinutes(30) });
    const id = await planned(vi);
    expect(await dueReleases(newsroom.sql, newsroom.clock.now())).not.toContain(id);
    expect(await newsroom.dueReleases.publish(id)).toBe('not_due');
    expect(await scenes.pages(vi.articleId)).toEqual([]);

    newsroom.clock.advance(30 * 60_000);
    expect(await dueReleases(newsroom.sql, newsroom.clock.now())).toContain(id);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => newsroom.dueReleases.publish(id)));
    expect(outcomes.sort()).toEqual([
      'published',
      'settled_before',
      'settled_before',
      'settled_before',
    ]);
    expect(await newsroom.dueReleases.publish(id)).toBe('settled_before');
    expect(await scenes.statuses(vi)).toEqual({ en: 'live', km: 'live', vi: 'live' });
    const facts = await scenes.factsOf(vi);
    expect(facts.filter((fact) => fact === 'edition.published')).toHaveLength(3);
    expect(facts.filter((fact) => fact === 'release.published')).toHaveLength(1);
  });

  it('none of them when one may not go, and everybody can go on from there', async () => {
    const [vi, , km] = await scenes.articleOf(scenes.together);
    await scenes.act(vi, 'schedule', { publishAt: scenes.inMinutes(30) });
    const id = await planned(vi);
    // Altered behind the newsroom's back: no longer the text that was signed.
    await newsroom.sql.query('UPDATE revision SET summary = ? WHERE id = ?', [
      'Tóm tắt bị sửa lén.',
      km.approvedRevisionId,
    ]);
    newsroom.clock.advance(31 * 60_000);
    expect(await newsroom.dueReleases.publish(id)).toBe('failed');
    expect(await scenes.pages(vi.articleId)).toEqual([]);
    expect(await newsroom.edition(vi.id)).toMatchObject({ state: 'approved', liveness: 'none' });
    const managingEditor = await newsroom.managingEditor();
    expect(await newsroom.releaseLists.find(managingEditor, id)).toMatchObject({
      state: 'failed',
      failure: 'release.text_altered',
    });
    expect((await scenes.factsOf(vi)).at(-1)).toBe('release.failed');
    expect(await newsroom.dueReleases.publish(id)).toBe('settled_before');
  });

  it('job against people: unscheduling and the job never both win', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const [vi] = await scenes.articleOf(scenes.together);
      const scheduled = await scenes.act(vi, 'schedule', { publishAt: scenes.inMinutes(1) });
      const id = await planned(vi);
      newsroom.clock.advance(61_000);
      const person = await newsroom.managingEditor();
      const [job, person_] = await Promise.allSettled([
        newsroom.dueReleases.publish(id),
        newsroom.releases.perform(person, vi.id, scheduled.version, 'unschedule', {}),
      ]);
      const live = Object.keys(await scenes.statuses(vi)).length;
      const jobWon = job.status === 'fulfilled' && job.value === 'published';
      expect(live).toBe(jobWon ? 3 : 0);
      expect(person_.status).toBe(jobWon ? 'rejected' : 'fulfilled');
    }
  });
});
