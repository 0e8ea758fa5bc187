import { z } from 'zod';
import { flag, rows } from '@desk/database';
import { DeskNewsroom } from '../../../test/support/desk-newsroom.js';
import { Addresses } from './address.service.js';
import type { Edition } from './edition.js';
import { workingText } from './editions.queries.js';
import { WorkingCopies } from './working-copies.service.js';

let newsroom: DeskNewsroom;
beforeAll(async () => {
  newsroom = await DeskNewsroom.open();
});
afterAll(() => newsroom.close());

/** An edition under review with this title, and with this slug if one is wished for. */
async function submitted(title: string, slug = ''): Promise<Edition> {
  const edition = await newsroom.draft(await newsroom.section());
  return rewritten(edition.id, title, slug);
}
async function rewritten(id: string, title: string, slug = ''): Promise<Edition> {
  const edition = await newsroom.edition(id);
  const text = { ...(await workingText(newsroom.sql, id)), title, slug };
  const writer = await newsroom.writer();
  await newsroom.get(WorkingCopies).save(writer, id, edition.version, text);
  return newsroom.submit(id);
}
const recall = async ({ id }: Edition): Promise<Edition> =>
  newsroom.act(await newsroom.writer(), id, 'recall');
const slugOf = async ({ id }: Edition): Promise<string> =>
  (await workingText(newsroom.sql, id)).slug;
/** All addresses an edition has or had; the one that readers are led to is marked. */
const addressesOf = async ({ id }: Edition): Promise<string[]> =>
  (
    await rows(
      newsroom.sql,
      z.object({ slug: z.string(), current: flag }),
      'SELECT slug, current FROM edition_slug WHERE edition_id = ? ORDER BY slug',
      [id],
    )
  ).map(({ slug, current }) => (current ? `> ${slug}` : slug));

describe('an address is made of the title', () => {
  it.each([
    ['Đồng bằng sông Cửu Long đón nước nổi', 'dong-bang-song-cuu-long-don-nuoc-noi'],
    ['Đường Hoà Bình: 25 hộ được hỗ trợ!'.normalize('NFD'), 'duong-hoa-binh-25-ho-duoc-ho-tro'],
    ['  “Ngày hội”   Ok Om Bok -- 2026 ', 'ngay-hoi-ok-om-bok-2026'],
  ])('in Latin letters for Vietnamese: %s', async (title, slug) => {
    expect(await slugOf(await submitted(title))).toBe(slug);
  });

  it('in its own script for Khmer, without zero-width spaces', async () => {
    const source = await submitted('Lễ hội Ok Om Bok');
    await newsroom.sign(await newsroom.approver(), source.id);
    const km = await newsroom.translation(source, 'km');
    await newsroom.write(km.id, 'ពិធីបុណ្យ\u200bអកអំបុក ឆ្នាំ២០២៦។');
    expect(await slugOf(await newsroom.submit(km.id))).toBe('ពិធីបុណ្យអកអំបុក-ឆ្នាំ២០២៦');
  });

  it('of the edition itself when no letter is left', async () => {
    const edition = await submitted('!!! ???');
    expect(await slugOf(edition)).toBe(edition.id.slice(-12));
  });

  it('when the revision is frozen and not before', async () => {
    const draft = await newsroom.draft(await newsroom.section());
    expect(await addressesOf(draft)).toEqual([]);
  });
});

describe('an address that somebody wishes for', () => {
  it.each([
    ['tin-nhanh-ve-hoi-nghi', 'tin-nhanh-ve-hoi-nghi'],
    ['Tin Nhanh / Về ../ Lũ', 'tin-nhanh-ve-lu'],
    ['..', 'tua-de-thay-the'],
    ['a?b=c#d', 'a-b-c-d'],
  ])('is made fit for an address: %j', async (wish, slug) => {
    expect(await slugOf(await submitted('Tựa đề thay thế', wish))).toBe(slug);
    await newsroom.sql.query('DELETE FROM edition_slug');
  });

  it('is refused when it is another’s', async () => {
    await submitted('Một bài', 'dia-chi-muon-co');
    await expect(submitted('Hai bài', 'dia-chi-muon-co')).rejects.toMatchObject({
      code: 'edition.slug_taken',
      status: 409,
      facts: { slug: 'dia-chi-muon-co' },
    });
  });
});

describe('no two editions of a language have the same address', () => {
  it('equal titles are numbered', async () => {
    const title = 'Họp báo thường kỳ';
    const slugs: string[] = [];
    for (let n = 1; n <= 10; n += 1) slugs.push(await slugOf(await submitted(title)));
    expect(slugs.slice(0, 3)).toEqual([
      'hop-bao-thuong-ky',
      'hop-bao-thuong-ky-2',
      'hop-bao-thuong-ky-3',
    ]);
    expect(slugs[8]).toBe('hop-bao-thuong-ky-9');
    expect(slugs[9]).toMatch(/^hop-bao-thuong-ky-[0-9a-f]{12}$/);
    expect(new Set(slugs).size).toBe(10);
  });

  it('nor those that are submitted at the same moment', async () => {
    const writer = await newsroom.writer();
    const section = await newsroom.section();
    const editions: Edition[] = [];
    for (let n = 1; n <= 4; n += 1) {
      editions.push(await newsroom.write((await newsroom.draft(section)).id, 'Cùng một lúc'));
    }
    await Promise.all(
      editions.map(({ id, version }) =>
        newsroom.transitions.perform(writer, id, version, 'submit', {}),
      ),
    );
    const slugs = await Promise.all(editions.map(slugOf));
    expect([...slugs].sort()).toEqual([
      'cung-mot-luc',
      'cung-mot-luc-2',
      'cung-mot-luc-3',
      'cung-mot-luc-4',
    ]);
    for (const [n, edition] of editions.entries()) {
      expect(await addressesOf(edition)).toEqual([`> ${slugs[n]}`]);
    }
  });

  it('nor those that wish for the same at the same moment', async () => {
    const writer = await newsroom.writer();
    const section = await newsroom.section();
    const editions: Edition[] = [];
    for (let n = 1; n <= 2; n += 1) {
      const { id, version } = await newsroom.draft(section);
      const text = { ...(await workingText(newsroom.sql, id)), slug: 'ai-nhanh-hon' };
      editions.push((await newsroom.get(WorkingCopies).save(writer, id, version, text)).edition);
    }
    const both = await Promise.allSettled(
      editions.map(({ id, version }) =>
        newsroom.transitions.perform(writer, id, version, 'submit', {}),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'edition.slug_taken',
    });
  });

  it('but the same address may stand in another language', async () => {
    const one = await submitted('ASEAN 2026');
    await newsroom.sign(await newsroom.approver(), one.id);
    const en = await newsroom.translation(one, 'en');
    await newsroom.write(en.id, 'ASEAN 2026');
    expect(await slugOf(await newsroom.submit(en.id))).toBe('asean-2026');
    expect(await slugOf(one)).toBe('asean-2026');
  });
});

describe('an old address', () => {
  it('stays the edition’s, leads to the new one, and can be taken back', async () => {
    const edition = await submitted('Tựa cũ của bài');
    await recall(edition);
    await rewritten(edition.id, 'Tựa mới của bài');
    expect(await addressesOf(edition)).toEqual(['tua-cu-cua-bai', '> tua-moi-cua-bai']);
    const other = await submitted('Tựa cũ của bài');
    expect(await slugOf(other)).toBe('tua-cu-cua-bai-2');
    await recall(edition);
    await rewritten(edition.id, 'Tựa mới của bài', 'tua-cu-cua-bai');
    expect(await addressesOf(edition)).toEqual(['> tua-cu-cua-bai', 'tua-moi-cua-bai']);
  });

  it('stays as it is when only the text changes', async () => {
    const [, second] = [await submitted('Bản tin cuối ngày'), await submitted('Bản tin cuối ngày')];
    expect(await slugOf(second)).toBe('ban-tin-cuoi-ngay-2');
    await recall(second);
    await rewritten(second.id, 'Bản tin cuối ngày, có sửa', await slugOf(second));
    expect(await addressesOf(second)).toEqual(['> ban-tin-cuoi-ngay-2']);
  });

  it('is not touched by a refused claim', async () => {
    const [one, other] = [await submitted('Bài thứ nhất'), await submitted('Bài thứ hai')];
    await expect(
      newsroom.inTransaction((tx) => newsroom.get(Addresses).claim(tx, other, 'bai-thu-nhat')),
    ).rejects.toMatchObject({ code: 'edition.slug_taken' });
    expect(await addressesOf(one)).toEqual(['> bai-thu-nhat']);
    expect(await addressesOf(other)).toEqual(['> bai-thu-hai']);
  });
});
