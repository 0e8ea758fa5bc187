import type { Edition } from '@desk/articles';
import type { Language } from '@desk/languages';
import { PublishingNewsroom, type Told } from '../../../../test/support/publishing-newsroom.js';
import { PublishingScenes, reason } from '../../../../test/support/publishing-scenes.js';
import { dueReleases } from '../release.queries.js';
import { readQuery } from './query.js';
import { searchPages, type SearchFilter, type SearchOrder } from './search.queries.js';

let newsroom: PublishingNewsroom;
let scenes: PublishingScenes;
/** The articles by a short name of each. */
const articles: Record<string, Edition[]> = {};

const told = (title: string, text: string): Told => ({
  title,
  summary: '',
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  },
});

const stories: Record<string, Record<Language, Told>> = {
  peace: {
    vi: told('Triển lãm vì hòa bình', 'Hoà giải và hữu nghị giữa hai nước. Ông Thúy dự.'),
    en: told(
      'An exhibition for peace',
      'Reconciliation between Viet Nam and Cambodia, near Soc Trang.',
    ),
    km: told('ពិព័រណ៍ដើម្បីសន្តិភាព', 'មិត្តភាពរវាងវៀតណាមនិងកម្ពុជា​ក្នុងឆ្នាំ២០២០។'),
  },
  race: {
    vi: told('Đua ghe Ngo ở Sóc Trăng', 'Lễ hội Oóc Om Bóc, có nhắc tới triển lãm và hóa trang.'),
    en: told('Ngo boat race in Sóc Trăng', 'The Ok Om Bok festival. The exhibition was mentioned.'),
    km: told('ការប្រណាំងទូកង', 'ពិធីបុណ្យអុំទូក នៅខេត្តឃ្លាំង រាជធានីភ្នំពេញ។'),
  },
};

beforeAll(async () => {
  newsroom = await PublishingNewsroom.open();
  scenes = await PublishingScenes.in(newsroom);
  const festivals = await newsroom.section('le-hoi');
  for (const [name, editions] of Object.entries(stories)) {
    const section = name === 'race' ? festivals : scenes.asReady;
    newsroom.clock.advance(48 * 3_600_000);
    const made = await newsroom.approved(section, ['vi', 'en', 'km'], editions);
    for (const edition of made) await scenes.act(edition, 'publish');
    articles[name] = made;
  }
});
afterAll(() => newsroom.close());

/** Which articles are found, by their short names, in order. */
async function found(
  typed: string,
  filter: SearchFilter = { language: 'vi' },
  order: SearchOrder = 'relevance',
): Promise<string[]> {
  const wanted = { order, page: 1, size: 20 };
  const result = await searchPages(newsroom.sql, readQuery(typed), filter, wanted);
  expect(result.count).toBe(result.found.length);
  return result.found.map(({ item }) => {
    const name = Object.keys(articles).find((one) =>
      articles[one]?.some(({ articleId }) => articleId === item.articleId),
    );
    return name ?? 'another';
  });
}

describe('searching in Vietnamese', () => {
  it.each([
    ['with tone marks', 'hòa bình', ['peace']],
    ['without them', 'hoa binh', ['peace']],
    ['half with them', 'hòa binh', ['peace']],
    [
      'with the tone mark in its new place, also when the text has the old one',
      'hoà bình',
      ['peace'],
    ],
    ['in letters with marks apart', 'hòa bình'.normalize('NFD'), ['peace']],
    ['in capitals', 'HÒA BÌNH', ['peace']],
    ['the old place where the text has the new one', 'hòa giải', ['peace']],
    ['đ as d', 'dua ghe', ['race']],
    ['by the beginning of the last word', 'hòa bì', ['peace']],
    ['by its beginning without marks', 'dua soc tra', ['race']],
    ['while the next word has only begun', 'ghe n', ['race']],
    ['a last word of two letters as it is, when it is there', 'triển lãm có', ['race']],
    ['only by whole words before the last', 'hò bình', []],
    ['what is not there', 'xe buýt', []],
    ['a phrase', '"ghe ngo"', ['race']],
    ['a name in the text', 'Thuý', ['peace']],
  ])('%s: %s', async (_what, typed, expected) => {
    expect(await found(typed)).toEqual(expected);
  });

  it('whoever types marks means them; without any such result, the letters', async () => {
    expect(await found('hóa trang')).toEqual(['race']);
    expect(await found('hoa')).toEqual(expect.arrayContaining(['peace', 'race']));
    expect(await found('hòa')).toEqual(['peace']);
    const result = await searchPages(
      newsroom.sql,
      readQuery('họa bình '),
      { language: 'vi' },
      { order: 'relevance', page: 1, size: 20 },
    );
    expect([result.loosely, result.count]).toEqual([true, 1]);
  });

  it('finds in the title first', async () => {
    expect(await found('triển lãm')).toEqual(['peace', 'race']);
    expect(await found('triển lãm', { language: 'vi' }, 'newest')).toEqual(['race', 'peace']);
  });
});

describe('searching in Khmer', () => {
  const km = { language: 'km' } as const;
  it.each([
    ['a word', 'សន្តិភាព', ['peace']],
    ['a word within a run without spaces', 'វៀតណាម', ['peace']],
    ['across what the dictionary takes for words', 'តណាមនិង', ['peace']],
    ['with a zero-width space where the text has none', 'វៀត​ណាម', ['peace']],
    ['without the zero-width space of the text', 'កម្ពុជាក្នុង', ['peace']],
    ['the beginning of a word', 'រាជធា', ['race']],
    ['two letters', 'ទូ', ['race']],
    ['a word that the dictionary cuts wrongly', 'រាជធានី', ['race']],
    ['digits of Khmer as digits', '2020', ['peace']],
    ['digits as digits of Khmer', '២០២០', ['peace']],
    ['two words', 'បុណ្យ ភ្នំពេញ', ['race']],
    ['two words of which one is missing', 'បុណ្យ សន្តិភាព', []],
  ])('%s: %s', async (_what, typed, expected) => {
    expect(await found(typed, km)).toEqual(expected);
  });
});

describe('searching in English', () => {
  const en = { language: 'en' } as const;
  it('takes words of Vietnamese with and without marks for the same where the text has none', async () => {
    expect((await found('Sóc Trăng', en)).toSorted()).toEqual(['peace', 'race']);
    expect((await found('soc trang', en)).toSorted()).toEqual(['peace', 'race']);
  });

  it('passes over nothing that is short or common', async () => {
    expect(await found('an exhibition for peace', en)).toEqual(['peace']);
    expect(await found('ok om', en)).toEqual(['race']);
  });
});

describe('filters', () => {
  it('of language, section and time', async () => {
    expect(await found('soc trang', {})).toHaveLength(3);
    expect(await found('triển lãm', { language: 'vi', sectionCode: 'le-hoi' })).toEqual(['race']);
    const [race] = articles.race ?? [];
    const at = (await newsroom.edition(race?.id ?? '')).firstPublishedAt ?? undefined;
    expect(await found('triển lãm', { language: 'vi', from: at })).toEqual(['race']);
    expect(await found('triển lãm', { language: 'vi', before: at })).toEqual(['peace']);
  });

  it('a result names its other editions', async () => {
    const wanted = { order: 'relevance', page: 1, size: 20 } as const;
    const { found: results } = await searchPages(
      newsroom.sql,
      readQuery('hòa bình'),
      { language: 'vi' },
      wanted,
    );
    expect(results[0]?.others.map(({ language, title }) => [language, title])).toEqual([
      ['en', 'An exhibition for peace'],
      ['km', 'ពិព័រណ៍ដើម្បីសន្តិភាព'],
    ]);
  });
});

describe('hostile words', () => {
  it.each([
    '"',
    '""',
    '+',
    '-hoa',
    '+(hoa',
    'hoa*',
    '***',
    '@5',
    '~',
    '<>',
    "' OR 1=1 --",
    '%',
    '\\',
    '\u0000',
    '\ud800',
    'a'.repeat(5_000),
    'hoa '.repeat(500),
    'កម្ពុជា'.repeat(300),
    '។',
    '🙂',
    '(((((((',
    'ex0hoa',
  ])('%j break nothing', async (typed) => {
    for (const language of ['vi', 'km'] as const) await found(typed, { language });
  });
});

describe('only what is public is found', () => {
  const word = 'Cầu Nhân Ái';
  const languagesFound = async (): Promise<Language[]> => {
    const wanted = { order: 'newest', page: 1, size: 20 } as const;
    const { found: results } = await searchPages(newsroom.sql, readQuery(word), {}, wanted);
    return results.map(({ item }) => item.language).toSorted();
  };
  const story = { vi: told(word, word), en: told(word, word), km: told(`${word} ស្ពាន`, word) };

  it('nothing before its release, all of it after, nothing that was withdrawn or archived', async () => {
    const [vi, en, km] = await newsroom.approved(scenes.together, ['vi', 'en', 'km'], story);
    if (!vi || !en || !km) throw new Error('no editions');
    await scenes.act(vi, 'schedule', { publishAt: scenes.inMinutes(60) });
    expect(await languagesFound()).toEqual([]);
    newsroom.clock.advance(61 * 60_000);
    expect(await languagesFound()).toEqual([]);
    for (const id of await dueReleases(newsroom.sql, newsroom.clock.now())) {
      await newsroom.dueReleases.publish(id);
    }
    expect(await languagesFound()).toEqual(['en', 'km', 'vi']);
    await scenes.act(vi, 'withdraw', { reason });
    expect(await languagesFound()).toEqual(['en', 'km']);
    await scenes.act(vi, 'restore');
    await scenes.act(km, 'archive');
    expect(await languagesFound()).toEqual(['en', 'vi']);
    await newsroom.searchIndex.rebuild();
    expect(await languagesFound()).toEqual(['en', 'vi']);
    // Whatever the index says, a page that is not live is not shown.
    await newsroom.sql.query(`UPDATE public_page SET status = 'archived' WHERE edition_id = ?`, [
      en.id,
    ]);
    expect(await languagesFound()).toEqual(['vi']);
    await newsroom.searchIndex.rebuild();
    const kept = await newsroom.sql.query('SELECT 1 FROM public_search WHERE edition_id = ?', [
      en.id,
    ]);
    expect(kept).toEqual([]);
  });

  it('a correction is found by its new words alone, also while the next text is written', async () => {
    const [vi] = await newsroom.approved(scenes.asReady, ['vi'], story);
    if (!vi) throw new Error('no edition');
    await scenes.act(vi, 'publish');
    await scenes.revised(vi, 'Phà Vàm Cống');
    expect(await found('phà vàm cống')).toEqual([]);
    await scenes.act(vi, 'correct', { note: 'Đổi tên.' });
    expect(await found('phà vàm cống')).toEqual(['another']);
  });
});

it('the index is made anew from the public pages', async () => {
  await newsroom.sql.query('DELETE FROM public_search');
  expect(await found('hòa bình')).toEqual([]);
  const filled = await newsroom.searchIndex.fill();
  expect(filled).toBeGreaterThanOrEqual(6);
  expect(await newsroom.searchIndex.fill()).toBe(0);
  expect(await found('hòa bình')).toEqual(['peace']);
  expect(await newsroom.searchIndex.rebuild()).toBe(filled);
  expect(await found('hòa bình')).toEqual(['peace']);
});

it('follows a section that gets another address', async () => {
  const section = await newsroom.section('doan-ra');
  const [vi] = await newsroom.approved(section, ['vi'], {
    en: '',
    km: '',
    vi: told('Tàu thăm hữu nghị', 'Tàu cập cảng.'),
  });
  if (!vi) throw new Error('no edition');
  await scenes.act(vi, 'publish');
  await newsroom.renameSection(section, 'doan-vao');
  expect(await found('tàu thăm', { sectionCode: 'doan-vao' })).toEqual(['another']);
  expect(await found('tàu thăm', { sectionCode: 'doan-ra' })).toEqual([]);
});
