import { revision, workingText } from '@desk/articles';
import { TranslatingNewsroom } from '../../../test/support/translating-newsroom.js';
import type { StoredSegment } from './segment.js';

let newsroom: TranslatingNewsroom;
beforeAll(async () => {
  newsroom = await TranslatingNewsroom.open();
});
afterAll(() => newsroom.close());

const story = {
  title: 'Chợ nổi Cái Răng',
  paragraphs: ['Chợ họp từ 5 giờ sáng.', 'Ghe xuồng đậu san sát.'],
};
/** A translation into Khmer ready to be worked on. */
async function prepared(): Promise<{ editionId: string; sheet: readonly StoredSegment[] }> {
  const { editionId } = await newsroom.prepare(await newsroom.source(story), 'km');
  return { editionId, sheet: await newsroom.sheet(editionId) };
}
const first = (sheet: readonly StoredSegment[]): StoredSegment => {
  const [segment] = sheet;
  if (!segment) throw new Error('no segment');
  return segment;
};
const confirmed = (target: string) => ({ target, status: 'confirmed' as const });
const draft = (target: string) => ({ target, status: 'draft' as const });
const raised = () =>
  newsroom.desk.person('Kim Sơn', { role: 'translator', language: 'km', sourceLanguage: 'vi' });

describe('saving a segment', () => {
  it('keeps it, and who did it', async () => {
    const { editionId, sheet } = await prepared();
    const translator = await newsroom.desk.translator();
    const saved = await newsroom.segments.save(
      translator,
      first(sheet).id,
      first(sheet).version,
      draft('ផ្សារ'),
    );
    expect(saved).toMatchObject({
      target: 'ផ្សារ',
      status: 'draft',
      origin: 'person',
      editedBy: translator.id,
      version: first(sheet).version + 1,
    });
    expect((await newsroom.sheet(editionId))[0]).toEqual({
      ...saved,
      terms: [],
      sourceDifference: null,
    });
  });

  it('A: makes who does it a contributor, once, so that they cannot sign', async () => {
    const { editionId, sheet } = await prepared();
    const both = await newsroom.desk.person(
      'Danh Kim',
      { role: 'translator' },
      { role: 'approver' },
    );
    for (const { id, version } of sheet) {
      await newsroom.segments.save(both, id, version, confirmed('ប្រយោគ'));
    }
    const { contributors, version } = await newsroom.desk.edition(editionId);
    expect(contributors).toEqual([both.id]);
    await newsroom.desk.transitions.perform(both, editionId, version, 'submit', {});
    await expect(newsroom.desk.sign(both, editionId)).rejects.toMatchObject({
      code: 'transition.own_text',
    });
  });

  it('marks what its translator doubts, and leaves text and version to who types', async () => {
    const { editionId, sheet } = await prepared();
    const translator = await newsroom.desk.translator();
    const { id, version } = first(sheet);
    const marked = await newsroom.segments.doubt(translator, id, true);
    expect(marked).toMatchObject({ doubtful: true, version });
    expect((await newsroom.desk.edition(editionId)).contributors).toEqual([]);
    const saved = await newsroom.segments.save(translator, id, version, confirmed('ផ្សារ'));
    expect(saved).toMatchObject({ doubtful: true, status: 'confirmed' });
    expect(await newsroom.segments.doubt(translator, id, false)).toMatchObject({ doubtful: false });
    await expect(
      newsroom.segments.doubt(await newsroom.desk.person('Kim Hoa'), id, true),
    ).rejects.toMatchObject({ code: 'segment.missing' });
  });

  it('counts as untranslated when it is emptied', async () => {
    const { sheet } = await prepared();
    const translator = await newsroom.desk.translator();
    const { id, version } = first(sheet);
    await newsroom.segments.save(translator, id, version, draft('ផ្សារ'));
    const emptied = await newsroom.segments.save(translator, id, version + 1, draft(''));
    expect(emptied.status).toBe('untranslated');
  });

  it('is confirmed only with words', async () => {
    const { sheet } = await prepared();
    const { id, version } = first(sheet);
    for (const nothing of ['', ' ', '\u00a0\n', '\u200b', ' \ufeff\u200d ']) {
      await expect(
        newsroom.segments.save(await newsroom.desk.translator(), id, version, confirmed(nothing)),
      ).rejects.toMatchObject({ code: 'segment.empty', status: 422 });
    }
  });

  it('H: is for translators of the pair; for others it is not there or not theirs', async () => {
    const { sheet } = await prepared();
    const { id, version } = first(sheet);
    const toEnglish = await newsroom.desk.person('Lý Thị Hoa', {
      role: 'translator',
      language: 'en',
    });
    const elsewhere = await newsroom.desk.person('Thạch Sa Rinh', {
      role: 'translator',
      sectionId: (await newsroom.desk.section()).id,
    });
    for (const person of [toEnglish, await newsroom.desk.writer()]) {
      await expect(
        newsroom.segments.save(person, id, version, draft('ផ្សារ')),
      ).rejects.toMatchObject({ code: 'permission.denied', status: 403 });
    }
    await expect(
      newsroom.segments.save(elsewhere, id, version, draft('ផ្សារ')),
    ).rejects.toMatchObject({ code: 'segment.missing', status: 404 });
  });

  it('is refused while the text stands still, and gives back what was typed', async () => {
    const { editionId, sheet } = await prepared();
    await newsroom.translate(editionId, (source) => `[${source}]`);
    await newsroom.desk.submit(editionId);
    const translator = await newsroom.desk.translator();
    const { id } = first(sheet);
    await expect(
      newsroom.segments.save(translator, id, 2, draft('ផ្សារអណ្ដែត')),
    ).rejects.toMatchObject({
      code: 'edition.not_writable',
      status: 409,
      facts: { state: 'in_review', yours: 'ផ្សារអណ្ដែត' },
    });
  });
});

describe('E: two who translate the same segment', () => {
  it('the second gets both texts, and nothing is written', async () => {
    const { editionId, sheet } = await prepared();
    const { id, version } = first(sheet);
    const [one, other] = [await newsroom.desk.translator(), await raised()];
    await newsroom.segments.save(one, id, version, confirmed('ផ្សារអណ្ដែត'));
    await expect(
      newsroom.segments.save(other, id, version, confirmed('ផ្សារលើទឹក')),
    ).rejects.toMatchObject({
      code: 'segment.changed_meanwhile',
      status: 409,
      facts: { currentVersion: version + 1, yours: 'ផ្សារលើទឹក', theirs: 'ផ្សារអណ្ដែត' },
    });
    expect((await newsroom.sheet(editionId))[0]?.target).toBe('ផ្សារអណ្ដែត');
  });

  it.each([1, 2, 3, 4, 5])('also when they save at the same moment (%d)', async () => {
    const { editionId, sheet } = await prepared();
    const { id, version } = first(sheet);
    const people = [await newsroom.desk.translator(), await raised()];
    const texts = ['ផ្សារអណ្ដែត', 'ផ្សារលើទឹក'];
    const both = await Promise.allSettled(
      people.map((person, n) =>
        newsroom.segments.save(person, id, version, confirmed(texts[n] ?? '')),
      ),
    );
    const won = both.findIndex(({ status }) => status === 'fulfilled');
    const lost = both[1 - won];
    expect(lost?.status === 'rejected' && lost.reason).toMatchObject({
      code: 'segment.changed_meanwhile',
      facts: { currentVersion: version + 1, yours: texts[1 - won], theirs: texts[won] },
    });
    expect((await newsroom.sheet(editionId))[0]?.target).toBe(texts[won]);
  });

  it('different segments at the same time disturb nobody', async () => {
    const { editionId, sheet } = await prepared();
    const [one, other] = [await newsroom.desk.translator(), await raised()];
    await Promise.all(
      sheet.map(({ id, version }, n) =>
        newsroom.segments.save(n === 1 ? other : one, id, version, confirmed(`ប្រយោគ ${n}`)),
      ),
    );
    const { contributors } = await newsroom.desk.edition(editionId);
    expect(contributors).toHaveLength(2);
    expect((await newsroom.sheet(editionId)).map(({ target }) => target)).toEqual([
      'ប្រយោគ 0',
      'ប្រយោគ 1',
      'ប្រយោគ 2',
    ]);
  });
});

describe('submitting a translation', () => {
  it('needs every segment confirmed, and says how many are not', async () => {
    const { editionId, sheet } = await prepared();
    const translator = await newsroom.desk.translator();
    const { id, version } = first(sheet);
    await newsroom.segments.save(translator, id, version, confirmed('ផ្សារអណ្ដែត'));
    const options = await newsroom.desk.transitions.options(translator, editionId);
    expect(options.find(({ action }) => action === 'submit')).toMatchObject({
      allowed: false,
      because: [{ code: 'translation.segments_open', facts: { count: 2, total: 3 } }],
    });
    await expect(newsroom.desk.submit(editionId)).rejects.toMatchObject({
      code: 'translation.segments_open',
    });
  });

  it('puts the segments together into the text that is signed', async () => {
    const { editionId } = await prepared();
    await newsroom.translate(editionId, (source) => `ខ្មែរ៖ ${source}`);
    const { reviewRevisionId, sourceRevisionId } = await newsroom.desk.submit(editionId);
    const made = await revision(newsroom.desk.sql, reviewRevisionId ?? '');
    expect(made.title).toBe('ខ្មែរ៖ Chợ nổi Cái Răng');
    expect(JSON.stringify(made.body)).toContain('ខ្មែរ៖ Ghe xuồng đậu san sát.');
    expect(made.sourceRevisionId).toBe(sourceRevisionId);
    expect((await workingText(newsroom.desk.sql, editionId)).title).toBe(made.title);
  });

  it('E: a segment saved at the same moment is in the text, or is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { editionId } = await prepared();
      await newsroom.translate(editionId, (source) => `[${source}]`);
      const { id, version } = first(await newsroom.sheet(editionId));
      const edition = await newsroom.desk.edition(editionId);
      const translator = await newsroom.desk.translator();
      const target = `ផ្សារ ${round}`;
      const [submitted, saved] = await Promise.allSettled([
        newsroom.desk.transitions.perform(translator, editionId, edition.version, 'submit', {}),
        newsroom.segments.save(translator, id, version, confirmed(target)),
      ]);
      expect(submitted.status).toBe('fulfilled');
      const { title } = await workingText(newsroom.desk.sql, editionId);
      if (saved.status === 'fulfilled') expect(title).toBe(target);
      else expect(saved.reason).toMatchObject({ code: 'edition.not_writable' });
    }
  });

  it('is refused before it was prepared', async () => {
    const source = await newsroom.source(story);
    const km = await newsroom.desk.translation(source, 'km');
    await expect(newsroom.desk.submit(km.id)).rejects.toMatchObject({
      code: 'translation.not_prepared',
    });
  });
});
