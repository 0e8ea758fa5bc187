import { z } from 'zod';
import {
  noticeSchema,
  pageOf,
  segmentSheetSchema,
  transitionOptionSchema,
  type NoticeKind,
} from '@desk/contracts';
import { languages, type Language } from '@desk/languages';
import { Phrasebook, seedStory, textOf } from '../../apps/cli/src/demonstration/stories.js';
import {
  acts,
  editionIn,
  editionNow,
  signs,
  takesTask,
  translatesAll,
  writesArticle,
} from '../support/article-work.js';
import type { Colleague } from '../support/colleague.js';
import { eventually } from '../support/eventually.js';
import { emailOf, WholeNewsroom } from '../support/whole-newsroom.js';

const journalSchema = pageOf(
  z.object({
    fact: z.string(),
    actorId: z.uuid().nullable(),
    language: z.string().nullable(),
    place: z.int().nullable(),
  }),
);

/** The seed article, from a draft to three published editions, with six people at work. */
describe('the main story', () => {
  let newsroom: WholeNewsroom;
  let hanh: Colleague;
  let lan: Colleague;
  let saray: Colleague;
  let sophia: Colleague;
  let minh: Colleague;
  let dat: Colleague;
  let articleId: string;
  const edition: Partial<Record<Language, string>> = {};
  const phrasebook = new Phrasebook([seedStory]);
  const idOf = (language: Language): string => edition[language] ?? 'none';

  beforeAll(async () => {
    newsroom = await WholeNewsroom.open();
    hanh = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
    lan = await newsroom.hire('lan', 'Phạm Ngọc Lan', 'en', { role: 'translator', language: 'en' });
    saray = await newsroom.hire('saray', 'Sơn Thị Sa Rây', 'km', {
      role: 'translator',
      language: 'km',
    });
    sophia = await newsroom.hire('sophia', 'Thạch Sô Phia', 'km', { role: 'reviewer' });
    minh = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
    dat = await newsroom.hire('dat', 'Nguyễn Văn Đạt', 'vi', { role: 'managing_editor' });
  }, 120_000);
  afterAll(() => newsroom.close());

  const portal = (path: string) => fetch(newsroom.portal.url + path, { redirect: 'manual' });
  const notices = async (person: Colleague, kind: NoticeKind) => {
    const { items } = await person.reads(pageOf(noticeSchema), 'inbox?limit=100');
    return items.filter((one) => one.kind === kind && one.articleId === articleId);
  };
  const mailTo = (key: string, words: RegExp) =>
    eventually(() => {
      const mail = newsroom.mailbox.of(emailOf(key)).find(({ subject }) => words.test(subject));
      if (!mail) {
        const got = newsroom.mailbox.of(emailOf(key)).map(({ subject }) => subject);
        throw new Error(`${key} has no mail ${words}; but ${JSON.stringify(got)}`);
      }
      return mail;
    });

  it('begins with a draft that only the newsroom can see', async () => {
    const { id: sectionId } = await newsroom.section('doi-ngoai', {
      languageReview: true,
      release: 'together',
    });
    const made = await writesArticle(hanh, sectionId, textOf(seedStory, 'vi'));
    articleId = made.articleId;
    edition.vi = made.editionId;
    expect(await editionNow(hanh, idOf('vi'))).toMatchObject({
      state: 'draft',
      liveness: 'none',
      language: 'vi',
    });
    expect((await portal('/vi/')).status).toBe(200);
    expect(await (await portal('/vi/')).text()).not.toContain(seedStory.title.vi);
  });

  it('says what each may do now, and why not the rest', async () => {
    const optionsSchema = z.object({ items: z.array(transitionOptionSchema) });
    const path = `editions/${idOf('vi')}/transitions`;
    const { items } = await hanh.reads(optionsSchema, path);
    expect(items.filter((one) => one.allowed).map((one) => one.action)).toEqual(['submit']);
    const publish = items.find((one) => one.action === 'publish');
    expect(publish).toMatchObject({
      label: 'Công bố',
      because: [{ code: 'transition.not_permitted' }],
    });
    const forMinh = await minh.reads(optionsSchema, path);
    expect(forMinh.items.find((one) => one.action === 'publish')?.because).toMatchObject([
      { code: 'transition.wrong_state', message: expect.stringContaining('bản thảo') },
    ]);
  });

  it('lets everybody choose how they are told', async () => {
    for (const person of [hanh, lan, saray, dat]) {
      const body = {
        items: [{ kind: 'edition.published', inbox: 'immediate', email: 'immediate' }],
      };
      await person.does(z.unknown(), 'PUT', 'me/preferences', { body });
    }
  });

  it('is submitted, reviewed and signed off by people who did not write it', async () => {
    await acts(hanh, idOf('vi'), 'submit');
    await expect(signs(hanh, idOf('vi'))).rejects.toMatchObject({ status: 403 });
    await expect(signs(minh, idOf('vi'))).rejects.toMatchObject({
      code: 'review.language_review_first',
    });
    await takesTask(sophia, articleId, 'review');
    expect(await signs(sophia, idOf('vi'))).toMatchObject({ state: 'in_review' });
    await takesTask(minh, articleId, 'sign_off');
    expect(await signs(minh, idOf('vi'))).toMatchObject({ state: 'approved' });
    await eventually(async () => expect(await notices(hanh, 'edition.approved')).toHaveLength(1));
    const mail = await mailTo('sophia', /ពិនិត្យ/);
    expect(mail.text).toContain(seedStory.title.vi);
    expect(mail.headers.has('list')).toBe(true);
  });

  it('does not go public alone: the section asks for all languages together', async () => {
    await expect(acts(minh, idOf('vi'), 'publish')).rejects.toMatchObject({
      code: 'release.editions_missing',
    });
  });

  it('D: becomes exactly one task a language, complete with its segments', async () => {
    const tasks = await Promise.all([
      takesTask(lan, articleId, 'translate'),
      takesTask(saray, articleId, 'translate'),
    ]);
    expect(tasks.map(({ language }) => language)).toEqual(['en', 'km']);
    for (const { language, editionId } of tasks) edition[language] = editionId;
    const sheets = await Promise.all([
      lan.reads(segmentSheetSchema, `editions/${idOf('en')}/segments`),
      saray.reads(segmentSheetSchema, `editions/${idOf('km')}/segments`),
    ]);
    expect(sheets[0].total).toBe(29);
    expect(sheets[1].total).toBe(29);
    expect((await mailTo('lan', /translat/i)).text).toContain('Hello Phạm Ngọc Lan');
    expect((await mailTo('saray', /បកប្រែ/)).text).toContain(seedStory.title.vi);
  });

  it('is translated segment by segment, each by one who may', async () => {
    await expect(translatesAll(lan, idOf('km'), () => 'no')).rejects.toMatchObject({ status: 403 });
    const [first] = (await lan.reads(segmentSheetSchema, `editions/${idOf('en')}/segments`)).items;
    const body = { target: seedStory.title.en, status: 'confirmed' };
    await lan.send('PUT', `segments/${first?.id}`, { body, ifMatch: first?.version ?? 0 });
    await expect(acts(lan, idOf('en'), 'submit')).rejects.toMatchObject({
      code: 'translation.segments_open',
    });
    expect(
      await translatesAll(lan, idOf('en'), (source) => phrasebook.translation(source, 'en')),
    ).toBe(29);
    expect(
      await translatesAll(saray, idOf('km'), (source) => phrasebook.translation(source, 'km')),
    ).toBe(29);
    for (const [translator, language] of [
      [lan, 'en'],
      [saray, 'km'],
    ] as const) {
      await acts(translator, idOf(language), 'submit');
      await takesTask(sophia, articleId, 'review');
      await signs(sophia, idOf(language));
      expect(await signs(minh, idOf(language))).toMatchObject({ state: 'approved' });
    }
    expect(await editionNow(dat, idOf('vi'))).toMatchObject({
      state: 'approved',
      liveness: 'none',
    });
  });

  it('goes public in three languages with one release', async () => {
    await acts(dat, idOf('vi'), 'publish');
    for (const language of languages) {
      const now = await editionIn(dat, articleId, language);
      expect(now).toMatchObject({ state: 'published', liveness: 'live' });
    }
    const slugs = {
      vi: /\/vi\/doi-ngoai\/cong-tac-thong-tin-doi-ngoai/,
      en: /\/en\/doi-ngoai\/external-information/,
      km: /\/km\/doi-ngoai\/./,
    };
    for (const language of languages) {
      const front = await (await portal(`/${language}/`)).text();
      expect(front).toContain(seedStory.title[language]);
      const address = [...front.matchAll(/href="(?:https?:\/\/[^/"]+)?(\/[^"]+)"/g)]
        .map(([, path]) => path ?? '')
        .find((path) => slugs[language].test(path));
      expect(address).toBeDefined();
      const page = await portal(address ?? '/');
      const html = await page.text();
      expect(page.status).toBe(200);
      for (const paragraph of seedStory.paragraphs) {
        for (const sentence of paragraph) expect(plain(html)).toContain(plain(sentence[language]));
      }
    }
  });

  it('tells everyone concerned, once, in their language, and never who did it', async () => {
    await mailTo('hanh', /công bố|đăng/i);
    await mailTo('lan', /published/);
    await mailTo('saray', /ផ្សាយ/);
    for (const person of [hanh, lan, saray]) {
      const got = await notices(person, 'edition.published');
      expect(got.length).toBeGreaterThan(0);
      expect(new Set(got.map(({ editionId }) => editionId)).size).toBe(got.length);
    }
    expect(await notices(dat, 'edition.published')).toEqual([]);
    expect(
      newsroom.mailbox.of(emailOf('dat')).filter(({ subject }) => subject.includes('công bố')),
    ).toEqual([]);
    const ids = newsroom.mailbox.mails.map(({ messageId, to }) => `${messageId} ${to.join()}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('G: leaves a journal that can be read and proves unaltered', async () => {
    const journal = await eventually(async () => {
      const found = await dat.reads(journalSchema, `journal?articleId=${articleId}&limit=100`);
      const published = found.items.filter(({ fact }) => fact === 'edition.published');
      if (published.length < 3) throw new Error('not all is placed yet');
      return found;
    });
    const facts = journal.items.map(({ fact, language }) => `${fact} ${language ?? ''}`).reverse();
    const inOrder = [
      'article.created ',
      'edition.submitted vi',
      'edition.approved vi',
      'translation.prepared en',
      'edition.submitted en',
      'edition.approved en',
      'edition.published en',
    ];
    expect(
      facts
        .filter((fact) => inOrder.includes(fact))
        .filter((fact, index, all) => all.indexOf(fact) === index),
    ).toEqual(inOrder);
    const published = journal.items.filter(({ fact }) => fact === 'edition.published');
    expect(published.every(({ actorId }) => actorId === dat.id)).toBe(true);
    await eventually(async () => {
      const verified = await dat.reads(
        z.object({
          blocks: z.int().min(1),
          entries: z.int().min(30),
          breaks: z.array(z.unknown()),
        }),
        'journal/verification',
      );
      expect(verified.breaks).toEqual([]);
    });
  });
});

/** Text as it reads, without marks, whatever way it is escaped. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&apos;|’/g, "'")
    .replace(/&quot;|[“”]/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
