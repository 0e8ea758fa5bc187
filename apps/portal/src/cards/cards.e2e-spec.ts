import sharp from 'sharp';
import { languages } from '@desk/languages';
import { ORIGIN } from '../../../../test/support/crawl.js';
import { PublicSite } from '../../../../test/support/public-site.js';
import { drawCard, type Card } from './card.js';

let site: PublicSite;
beforeAll(async () => {
  site = await PublicSite.open();
}, 120_000);
afterAll(() => site.close());

const cardOf = async (path: string): Promise<string> => {
  const { body } = await site.get(path);
  const [, card = ''] = /property="og:image" content="([^"]+)"/.exec(body) ?? [];
  expect(card.startsWith(ORIGIN)).toBe(true);
  return card.slice(ORIGIN.length);
};

it.each(languages)(
  '%s: stories, the front page and sections have a picture for cards',
  async (language) => {
    const story = await site.address(site.stories.whole, language);
    for (const path of [story, `/${language}/`, `/${language}/van-hoa/`]) {
      const { statusCode, headers, rawPayload } = await site.get(await cardOf(path));
      expect([statusCode, headers['content-type']]).toEqual([200, 'image/png']);
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
      expect(await sharp(rawPayload).metadata()).toMatchObject({ width: 1_200, height: 630 });
      expect(rawPayload.length).toBeLessThan(150_000);
    }
  },
);

it('a withdrawn story has none, nor has one that is not public', async () => {
  const { withdrawn } = site.stories;
  await site.scenes.act(withdrawn, 'restore');
  const card = await cardOf(await site.address(withdrawn, 'vi'));
  expect((await site.get(card)).statusCode).toBe(200);
  await site.scenes.act(withdrawn, 'withdraw', { reason: { vi: 'Sai.', en: 'Wrong.', km: 'ខុស។' } });
  expect((await site.get(card)).statusCode).toBe(404);
  const [draft] = await site.newsroom.approved(site.scenes.asReady, ['vi']);
  expect((await site.get(`/cards/${draft?.id ?? ''}-00000000.png`)).statusCode).toBe(404);
});

it.each([
  '/cards/x.png',
  '/cards/vi',
  '/cards/..%2fvi.png',
  `/cards/${'a'.repeat(36)}-00000000.png`,
  '/cards/%00.png',
])('%s is none', async (path) => {
  expect((await site.get(path)).statusCode).toBe(404);
});

describe('a card', () => {
  const emblem = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="24"/></svg>',
  );
  const card: Card = {
    language: 'km',
    organisation: 'សហភាពអង្គការមិត្តភាពខេត្តបាក់លីវ',
    kicker: 'វប្បធម៌',
    title: 'យុវជនខេត្តសុកត្រាំង និងបាក់លីវ ដាំកោងកាង',
    moment: 'ថ្ងៃសៅរ៍ ទី២៣ ខែឧសភា ឆ្នាំ២០២០',
  };
  /** The lowest row in which the title has ink, and the one furthest right. */
  const inkOf = async (picture: Buffer) => {
    const { data, info } = await sharp(picture)
      .extract({ left: 0, top: 262, width: 1_200, height: 298 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    let [lowest, right, dark] = [0, 0, 0];
    data.forEach((value, at) => {
      if (value > 120) return;
      lowest = Math.max(lowest, Math.floor(at / info.width));
      right = Math.max(right, at % info.width);
      dark += 1;
    });
    return { lowest, right, dark };
  };

  it.each([
    ['', 'a title of nothing'],
    ['Ẵ', 'one letter'],
    ['Hữu nghị & hợp tác <b>“Việt Nam”</b>', 'marks that mean something elsewhere'],
    ['Đoàn thanh niên Sóc Trăng và Bạc Liêu trồng cây đước ven biển '.repeat(8), 'a long one'],
    ['រាជរដ្ឋាភិបាលកម្ពុជានិងវៀតណាម'.repeat(16), 'a long one without spaces'],
    ['x'.repeat(500), 'a word of five hundred letters'],
    ['\u200B\uFEFF\u0007🙂', 'letters that are not seen'],
  ])('has room for %j: %s', async (title) => {
    const picture = await drawCard({ ...card, title }, emblem);
    expect(await sharp(picture).metadata()).toMatchObject({ width: 1_200, height: 630 });
    const { lowest, right } = await inkOf(picture);
    expect(lowest).toBeLessThan(296);
    expect(right).toBeLessThanOrEqual(1_122);
  });

  it('is drawn in letters, each word another', async () => {
    const first = await inkOf(await drawCard(card, emblem));
    const second = await inkOf(await drawCard({ ...card, title: 'យុវជន' }, emblem));
    expect(first.dark).toBeGreaterThan(second.dark * 2);
    expect(second.dark).toBeGreaterThan(500);
  });
});
