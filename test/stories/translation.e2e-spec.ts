import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  laidOutSchema,
  savedSegmentSchema,
  segmentSheetSchema,
  type ChangeSignificance,
} from '@desk/contracts';
import type { Language } from '@desk/languages';
import { Phrasebook, seedStory, textOf } from '../../apps/cli/src/demonstration/stories.js';
import {
  acts,
  editionNow,
  signs,
  takesTask,
  translatesAll,
  writesArticle,
} from '../support/article-work.js';
import type { Colleague } from '../support/colleague.js';
import { eventually } from '../support/eventually.js';
import { cli } from '../support/program.js';
import { WholeNewsroom } from '../support/whole-newsroom.js';

type Sheet = z.infer<typeof segmentSheetSchema>;
type Saved = z.infer<typeof savedSegmentSchema>;
const editionSchema = z.object({ version: z.int(), stale: z.boolean() });

/**
 * The seed article in the hands of two translators: what is prepared for them, what the checks
 * see, and what comes back when its source is corrected.
 */
describe('the seed article, translated', () => {
  let newsroom: WholeNewsroom;
  let hanh: Colleague;
  let minh: Colleague;
  let lan: Colleague;
  let saray: Colleague;
  let sectionId: string;
  let articleId: string;
  let sourceId: string;
  const editions: Partial<Record<Language, string>> = {};
  const phrasebook = new Phrasebook([seedStory]);

  beforeAll(async () => {
    newsroom = await WholeNewsroom.open();
    cli(newsroom.env, 'glossary', 'starter');
    hanh = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
    minh = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
    lan = await newsroom.hire('lan', 'Phạm Ngọc Lan', 'en', { role: 'translator', language: 'en' });
    saray = await newsroom.hire('saray', 'Sơn Thị Sa Rây', 'km', {
      role: 'translator',
      language: 'km',
    });
    ({ id: sectionId } = await newsroom.section('doi-ngoai'));
  }, 120_000);
  afterAll(() => newsroom.close());

  const sheetOf = (person: Colleague, language: Language): Promise<Sheet> =>
    person.reads(segmentSheetSchema, `editions/${editions[language]}/segments`);
  const saves = (person: Colleague, { id, version }: Saved, target: string, status = 'confirmed') =>
    person.does(savedSegmentSchema, 'PUT', `segments/${id}`, {
      body: { target, status },
      ifMatch: version,
    });
  const segmentWith = (sheet: Sheet, words: string): Sheet['items'][number] => {
    const found = sheet.items.find(({ source }) => source.includes(words));
    if (!found) throw new Error(`no segment says ${words}`);
    return found;
  };
  /** The source's text with some words replaced, submitted and signed off. */
  const corrects = async (
    changes: readonly (readonly [string, string])[],
    significance?: ChangeSignificance,
  ): Promise<void> => {
    await acts(hanh, sourceId, 'recall');
    let text = JSON.stringify(textOf(seedStory, 'vi'));
    for (const [before, after] of changes) {
      expect(text).toContain(before);
      text = text.replace(before, after);
    }
    const { version } = await editionNow(hanh, sourceId);
    await hanh.does(editionSchema, 'PUT', `editions/${sourceId}/working-copy`, {
      body: JSON.parse(text),
      ifMatch: version,
    });
    await acts(hanh, sourceId, 'submit', significance ? { significance } : {});
    await signs(minh, sourceId);
  };

  it('comes to the translators with the terms of the newsroom', async () => {
    const made = await writesArticle(hanh, sectionId, textOf(seedStory, 'vi'));
    ({ articleId, editionId: sourceId } = made);
    await acts(hanh, sourceId, 'submit');
    await signs(minh, sourceId);
    for (const person of [lan, saray]) {
      const task = await takesTask(person, articleId, 'translate');
      editions[task.language] = task.editionId;
    }
    const sheet = await sheetOf(lan, 'en');
    expect(sheet).toMatchObject({ total: 29, confirmed: 0 });
    const terms = segmentWith(sheet, 'Sở Thông tin và Truyền thông').terms;
    expect(terms.find(({ term }) => term === 'Sở Thông tin và Truyền thông')?.targets).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          language: 'en',
          term: 'Department of Information and Communications',
        }),
      ]),
    );
  });

  it.each<[string, string, (good: string) => string, string]>([
    ['a number', '100 ngàn tỷ', (good) => good.replace('100 trillion', '100 billion'), 'numbers'],
    ['a date', '09/5/2013', (good) => good.replace('9 May 2013', '5 September 2013'), 'dates'],
    [
      'the number of a document',
      '23/KH-UBND',
      (good) => good.replace('23/KH-UBND', '32/KH-UBND'),
      'document_numbers',
    ],
    ['nothing translated', 'ngân sách tỉnh', () => '', 'untranslated'],
  ])('is checked for %s', async (_, words, spoil, check) => {
    const segment = segmentWith(await sheetOf(lan, 'en'), words);
    const good = phrasebook.translation(segment.source, 'en');
    const bad = spoil(good) || segment.source;
    expect(bad).not.toBe(good);
    const wrong = await saves(lan, segment, bad, 'draft');
    expect(wrong.findings.map((one) => one.check)).toContain(check);
    expect(wrong.findings.find((one) => one.check === check)?.message).toMatch(/[a-z]{3}/);
    const right = await saves(lan, wrong, good, 'draft');
    expect(right.findings.map((one) => one.check)).not.toContain(check);
  });

  it('goes into English and Khmer with few warnings', async () => {
    const warnings: string[] = [];
    for (const [person, language] of [
      [lan, 'en'],
      [saray, 'km'],
    ] as const) {
      const id = editions[language] ?? '';
      await translatesAll(person, id, (source) => phrasebook.translation(source, language));
      const { items, findings } = await sheetOf(person, language);
      expect(findings.blocking).toBe(0);
      for (const { source, target, findings: found } of items) {
        for (const { check, severity, message } of found) {
          // The glossary and the phrasebook were written by different people.
          if (severity === 'note' || check === 'terms') continue;
          warnings.push(`${language} ${check}: ${message} | ${source} | ${target}`.slice(0, 600));
        }
      }
      await acts(person, id, 'submit');
      expect(await signs(minh, id)).toMatchObject({ state: 'approved' });
    }
    expect(warnings).toEqual([]);
  });

  it('is remembered: equal sentences come with it, others alike with what differs', async () => {
    const sentences = seedStory.paragraphs.flat().map(({ vi }) => vi);
    const dated = sentences.find((one) => one.includes('09/5/2013')) ?? '';
    const known = sentences.find((one) => one.length > 40 && !/\d/.test(one)) ?? '';
    const story = { ...textOf(seedStory, 'vi'), title: 'Bài thứ hai', summary: '' };
    const body = {
      type: 'doc' as const,
      content: [known, dated.replace('09/5/2013', '17/8/2013')].map((text) => ({
        type: 'paragraph' as const,
        content: [{ type: 'text' as const, text }],
      })),
    };
    const made = await writesArticle(hanh, sectionId, { ...story, body });
    await acts(hanh, made.editionId, 'submit');
    await signs(minh, made.editionId);
    const { editionId } = await takesTask(lan, made.articleId, 'translate');
    const { items } = await lan.reads(segmentSheetSchema, `editions/${editionId}/segments`);
    expect(items.find(({ source }) => source === known)).toMatchObject({
      target: phrasebook.translation(known, 'en'),
      status: 'draft',
      origin: 'memory',
      matchScore: 100,
    });
    const alike = items.find(({ source }) => source.includes('17/8/2013'));
    expect(alike).toMatchObject({ status: 'draft', origin: 'memory' });
    expect(alike?.matchScore).toBeGreaterThanOrEqual(75);
    expect(alike?.matchScore).toBeLessThan(100);
    expect(alike?.match?.difference.filter(({ kind }) => kind !== 'equal')).not.toEqual([]);
    expect(alike?.match?.adapted).not.toBeNull();
    expect(alike?.target).toContain('17 August 2013');
  });

  it('is joined and cut where its sentences do not suit the translation', async () => {
    const made = await writesArticle(hanh, sectionId, textOf(seedStory, 'vi'));
    await acts(hanh, made.editionId, 'submit');
    await signs(minh, made.editionId);
    const { editionId } = await takesTask(saray, made.articleId, 'translate');
    const path = `editions/${editionId}/segments`;
    const before = await saray.reads(segmentSheetSchema, path);
    const at = before.items.findIndex(
      ({ place }, index) => before.items[index + 1]?.place === place,
    );
    const one = before.items[at];
    await saray.does(laidOutSchema, 'POST', `segments/${one?.id}/join`, {
      ifMatch: one?.version ?? 0,
    });
    const joined = await saray.reads(segmentSheetSchema, path);
    expect(joined.total).toBe(before.total - 1);
    const whole = joined.items[at];
    expect(whole?.source).toContain(before.items[at + 1]?.source);
    const key = randomUUID();
    const asked = { body: { offset: one?.source.length ?? 0 }, ifMatch: whole?.version ?? 0, key };
    for (const once of ['once', 'and the same again']) {
      const laid = await saray.does(laidOutSchema, 'POST', `segments/${whole?.id}/cut`, asked);
      expect({ once, ...laid }).toEqual({ once, editionId, position: at });
    }
    const cut = await saray.reads(segmentSheetSchema, path);
    expect(cut.items.map(({ source }) => source)).toEqual(before.items.map(({ source }) => source));
  });

  it('asks nothing again when a slip of the source is mended', async () => {
    await corrects([['vè ', 'về ']], 'typo');
    await eventually(async () => {
      const sheet = await sheetOf(lan, 'en');
      expect(sheet.items.some(({ source }) => source.includes('vè '))).toBe(false);
      expect(sheet.confirmed).toBe(29);
    });
    for (const language of ['en', 'km'] as const) {
      const now = await minh.reads(editionSchema, `editions/${editions[language]}`);
      expect(now.stale).toBe(false);
    }
  });

  it('brings exactly the two sentences back that were corrected', async () => {
    await corrects([
      ['vè ', 'về '],
      ['09/5/2013', '10/5/2013'],
      ['100 ngàn tỷ', '120 ngàn tỷ'],
    ]);
    for (const [person, language] of [
      [lan, 'en'],
      [saray, 'km'],
    ] as const) {
      await eventually(async () => {
        const { items } = await sheetOf(person, language);
        const open = items.filter(({ status }) => status !== 'confirmed');
        expect(open).toHaveLength(2);
        for (const { source, previousSource, sourceDifference, target } of open) {
          expect(source).toMatch(/10\/5\/2013|120 ngàn tỷ/);
          expect(previousSource).toMatch(/09\/5\/2013|100 ngàn tỷ/);
          const changed = sourceDifference?.filter(({ kind }) => kind !== 'equal');
          expect(changed?.map(({ kind, text }) => `${kind} ${text}`)).toEqual(
            source.includes('120')
              ? ['delete 100', 'insert 120']
              : ['delete 09/5/2013', 'insert 10/5/2013'],
          );
          expect(target).not.toBe('');
        }
      });
      const now = await minh.reads(editionSchema, `editions/${editions[language]}`);
      expect(now.stale).toBe(true);
      expect(await takesTask(person, articleId, 'translate')).toMatchObject({ language });
    }
  });
});
