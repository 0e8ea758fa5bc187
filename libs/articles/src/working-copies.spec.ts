import { DeskNewsroom } from '../../../test/support/desk-newsroom.js';
import { stories } from '../../../test/support/stories.js';
import { parseBody } from './body/index.js';
import { EditionReading } from './edition-reading.service.js';
import type { Edition, EditionText } from './edition.js';
import { workingText } from './editions.queries.js';
import { WorkingCopies } from './working-copies.service.js';

let newsroom: DeskNewsroom;
let copies: WorkingCopies;
let reading: EditionReading;
beforeAll(async () => {
  newsroom = await DeskNewsroom.open();
  copies = newsroom.get(WorkingCopies);
  reading = newsroom.get(EditionReading);
});
afterAll(() => newsroom.close());

const draft = async (): Promise<Edition> => newsroom.draft(await newsroom.section());
const text = (title: string, ...paragraphs: string[]): EditionText => ({
  title,
  summary: '',
  body: parseBody({
    type: 'doc',
    content: paragraphs.map((words) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: words }],
    })),
  }),
  slug: '',
  seo: { title: '', description: '' },
});
const hanhs = text('Bản của Hạnh', 'Hội nghị diễn ra sáng 22/5.');
const dats = text('Bản của Đạt', 'Hội nghị diễn ra chiều 22/5.');
const revisionsOf = async (id: string) =>
  (await reading.revisions(await newsroom.writer(), id)).items;

describe('E: two people never overwrite each other in silence', () => {
  it('the second save gets both texts, and nothing is written', async () => {
    const { id, version } = await draft();
    const [hanh, dat] = [await newsroom.writer(), await newsroom.managingEditor()];
    const saved = await copies.save(hanh, id, version, hanhs);
    await expect(copies.save(dat, id, version, dats)).rejects.toMatchObject({
      code: 'edition.text_changed_meanwhile',
      status: 409,
      facts: { currentVersion: saved.edition.version, yours: dats, theirs: hanhs },
    });
    expect(await workingText(newsroom.sql, id)).toEqual(hanhs);
    const merged = text('Bản chung', 'Hội nghị diễn ra cả ngày 22/5.');
    await copies.save(dat, id, saved.edition.version, merged);
    expect(await workingText(newsroom.sql, id)).toEqual(merged);
  });

  it.each([1, 2, 3, 4, 5])('also when they save at the same moment (%d)', async () => {
    const { id, version } = await draft();
    const people = [await newsroom.writer(), await newsroom.managingEditor()];
    const texts = [hanhs, dats];
    const both = await Promise.allSettled(
      people.map((person, n) => copies.save(person, id, version, texts[n] ?? hanhs)),
    );
    const won = both.findIndex(({ status }) => status === 'fulfilled');
    const lost = both[1 - won];
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(lost?.status === 'rejected' && lost.reason).toMatchObject({
      code: 'edition.text_changed_meanwhile',
      facts: { currentVersion: version + 1, yours: texts[1 - won], theirs: texts[won] },
    });
    expect(await workingText(newsroom.sql, id)).toEqual(texts[won]);
  });

  it('a save that comes after the submission loses nothing either', async () => {
    const edition = await draft();
    const submitted = await newsroom.submit(edition.id);
    const writer = await newsroom.writer();
    await expect(copies.save(writer, edition.id, edition.version, hanhs)).rejects.toMatchObject({
      code: 'edition.text_changed_meanwhile',
      facts: { yours: hanhs },
    });
    await expect(copies.save(writer, edition.id, submitted.version, hanhs)).rejects.toMatchObject({
      code: 'edition.not_writable',
      facts: { state: 'in_review', yours: hanhs },
    });
  });

  it('an action on a text that was saved meanwhile is refused', async () => {
    const { id, version } = await draft();
    const writer = await newsroom.writer();
    await copies.save(await newsroom.managingEditor(), id, version, dats);
    await expect(
      newsroom.transitions.perform(writer, id, version, 'submit', {}),
    ).rejects.toMatchObject({ code: 'request.changed_meanwhile', status: 409 });
  });

  it('two submissions at once make one revision', async () => {
    const { id, version } = await draft();
    const writer = await newsroom.writer();
    const both = await Promise.allSettled(
      [1, 2].map(() => newsroom.transitions.perform(writer, id, version, 'submit', {})),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'request.changed_meanwhile', status: 409 });
    expect(await revisionsOf(id)).toHaveLength(1);
  });
});

describe('autosave', () => {
  it('makes no revision and records nothing, however often it saves', async () => {
    const { id, version } = await draft();
    const before = (await newsroom.entries()).length;
    const writer = await newsroom.writer();
    for (const n of [0, 1, 2]) await copies.save(writer, id, version + n, hanhs);
    expect(await revisionsOf(id)).toEqual([]);
    expect(await newsroom.entries()).toHaveLength(before);
  });

  it('A: makes who saves a contributor, once', async () => {
    const { id, version } = await draft();
    const dat = await newsroom.managingEditor();
    await copies.save(dat, id, version, dats);
    const { edition } = await copies.save(dat, id, version + 1, dats);
    expect(edition.contributors).toEqual([(await newsroom.writer()).id, dat.id]);
  });

  it('H: is for who may write here; for others the edition is not there', async () => {
    const section = await newsroom.section();
    const { id, version } = await newsroom.draft(section);
    const elsewhere = await newsroom.person('Hồ Thanh Tâm', {
      role: 'writer',
      sectionId: (await newsroom.section()).id,
    });
    await expect(copies.save(elsewhere, id, version, hanhs)).rejects.toMatchObject({
      code: 'edition.missing',
      status: 404,
    });
    await expect(copies.save(await newsroom.approver(), id, version, hanhs)).rejects.toMatchObject({
      code: 'permission.denied',
      status: 403,
    });
  });

  it('leaves translations to their segments', async () => {
    const source = await draft();
    await newsroom.submit(source.id);
    await newsroom.sign(await newsroom.approver(), source.id);
    const km = await newsroom.translation(source, 'km');
    const translator = await newsroom.translator();
    const code = 'edition.translated_in_segments';
    await expect(copies.save(translator, km.id, km.version, hanhs)).rejects.toMatchObject({ code });
    const { reviewRevisionId } = await newsroom.submit(km.id);
    const back = await newsroom.act(await newsroom.approver(), km.id, 'request_changes', {
      comment: 'ពិនិត្យឈ្មោះទីកន្លែងម្ដងទៀត។',
    });
    await expect(
      copies.restore(translator, km.id, back.version, reviewRevisionId ?? ''),
    ).rejects.toMatchObject({ code });
  });
});

describe('revisions', () => {
  it('are made by submitting, one for each text', async () => {
    const { id } = await draft();
    const [writer, approver] = [await newsroom.writer(), await newsroom.approver()];
    const first = await newsroom.submit(id);
    const recalled = await newsroom.act(writer, id, 'recall');
    const same = await newsroom.submit(id);
    expect(same.reviewRevisionId).toBe(first.reviewRevisionId);
    const back = await newsroom.act(approver, id, 'request_changes', { comment: 'Rõ hơn.' });
    expect(back.version).toBeGreaterThan(recalled.version);
    await copies.save(writer, id, back.version, hanhs);
    await newsroom.submit(id);
    expect((await revisionsOf(id)).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('are compared in title and body', async () => {
    const { id, version } = await draft();
    const writer = await newsroom.writer();
    await copies.save(writer, id, version, text('Hội nghị sáng', 'Có 25 đại biểu dự.'));
    await newsroom.submit(id);
    const recalled = await newsroom.act(writer, id, 'recall');
    await copies.save(writer, id, recalled.version, text('Hội nghị chiều', 'Có 52 đại biểu dự.'));
    await newsroom.submit(id);
    const [newer, older] = await revisionsOf(id);
    const compared = await reading.compare(writer, older?.id ?? '', newer?.id ?? '');
    expect(compared).toMatchObject({ from: { number: 1 }, to: { number: 2 } });
    expect(compared.title).toEqual([
      { op: 'same', text: 'Hội nghị ' },
      { op: 'removed', text: 'sáng' },
      { op: 'added', text: 'chiều' },
    ]);
    expect(compared.body).toMatchObject({ equal: false, counts: { changed: 1, kept: 0 } });
    const unchanged = await reading.compare(writer, newer?.id ?? '', newer?.id ?? '');
    expect(unchanged.body).toMatchObject({ equal: true, counts: { changed: 0, kept: 1 } });
  });

  it('are compared within one edition only', async () => {
    const [one, other] = [await draft(), await draft()];
    for (const { id } of [one, other]) await newsroom.submit(id);
    const [a] = await revisionsOf(one.id);
    const [b] = await revisionsOf(other.id);
    await expect(
      reading.compare(await newsroom.writer(), a?.id ?? '', b?.id ?? ''),
    ).rejects.toMatchObject({ code: 'revision.of_another_edition', status: 409 });
  });
});

describe('restoring a revision', () => {
  /** An edition with one revision, and newer words that no revision holds. */
  async function writtenOn(): Promise<{ id: string; version: number; first: string }> {
    const { id } = await draft();
    const { reviewRevisionId } = await newsroom.submit(id);
    const writer = await newsroom.writer();
    const recalled = await newsroom.act(writer, id, 'recall');
    const { edition } = await copies.save(writer, id, recalled.version, hanhs);
    return { id, version: edition.version, first: reviewRevisionId ?? '' };
  }

  it('brings its text back and keeps in the history what it replaces', async () => {
    const { id, version, first } = await writtenOn();
    const writer = await newsroom.writer();
    const restored = await copies.restore(writer, id, version, first);
    expect(restored.text.title).toBe(stories.vi.title);
    expect((await workingText(newsroom.sql, id)).title).toBe(stories.vi.title);
    const [kept] = await revisionsOf(id);
    expect(await reading.revision(writer, kept?.id ?? '')).toMatchObject({
      number: 2,
      title: hanhs.title,
      body: hanhs.body,
    });
    const [told] = (await newsroom.entries('revision.restored')).slice(-1);
    expect(told).toMatchObject({ editionId: id, revisionId: first, payload: { number: 1 } });
    const again = await copies.restore(writer, id, restored.version, kept?.id ?? '');
    expect(again.text).toEqual(hanhs);
  });

  it('keeps an unfinished text too, but nothing where there is nothing', async () => {
    const { id, version, first } = await writtenOn();
    const writer = await newsroom.writer();
    const unfinished = await copies.save(writer, id, version, text('', 'Chỉ mới một câu.'));
    const restored = await copies.restore(writer, id, unfinished.edition.version, first);
    expect((await revisionsOf(id)).map(({ title }) => title)).toEqual(['', stories.vi.title]);
    const empty = await copies.save(writer, id, restored.version, text(''));
    await copies.restore(writer, id, empty.edition.version, first);
    expect(await revisionsOf(id)).toHaveLength(2);
  });

  it('E: is refused to who has not seen the newest text', async () => {
    const { id, version, first } = await writtenOn();
    const writer = await newsroom.writer();
    await expect(copies.restore(writer, id, version - 1, first)).rejects.toMatchObject({
      code: 'request.changed_meanwhile',
      facts: { currentVersion: version },
    });
    const both = await Promise.allSettled([
      copies.restore(writer, id, version, first),
      copies.save(writer, id, version, dats),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused while the text stands still, and of another edition’s revision', async () => {
    const [one, other] = [await draft(), await draft()];
    const { reviewRevisionId } = await newsroom.submit(one.id);
    const writer = await newsroom.writer();
    const { version } = await newsroom.edition(one.id);
    await expect(
      copies.restore(writer, one.id, version, reviewRevisionId ?? ''),
    ).rejects.toMatchObject({ code: 'edition.not_writable' });
    await expect(
      copies.restore(writer, other.id, other.version, reviewRevisionId ?? ''),
    ).rejects.toMatchObject({ code: 'revision.of_another_edition' });
  });

  it('A: carries no sign-off over', async () => {
    const { id, version, first } = await writtenOn();
    const writer = await newsroom.writer();
    await copies.restore(writer, id, version, first);
    const submitted = await newsroom.submit(id);
    expect(submitted.reviewRevisionId).not.toBe(first);
    expect(submitted.state).toBe('in_review');
  });
});
