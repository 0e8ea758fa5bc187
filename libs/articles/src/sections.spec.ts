import { DeskNewsroom } from '../../../test/support/desk-newsroom.js';
import type { Person } from '@desk/people';
import { Articles } from './articles.service.js';
import { Sections, type Section, type SectionDraft } from './sections.service.js';

let newsroom: DeskNewsroom;
let sections: Sections;
let administrator: Person;
beforeAll(async () => {
  newsroom = await DeskNewsroom.open();
  sections = newsroom.get(Sections);
  administrator = await newsroom.person('Danh Sa Vuth', { role: 'administrator' });
});
afterAll(() => newsroom.close());

const draft = (code: string): SectionDraft => ({
  code,
  names: { vi: 'Văn hóa', en: 'Culture', km: 'វប្បធម៌' },
  position: 5,
  policy: {
    approvers: 1,
    languageReview: false,
    release: 'as-ready',
    requiredLanguages: ['vi', 'km'],
    workingDays: { translate: 3, review: 1, sign_off: 2 },
  },
});

describe('sections', () => {
  it('are made and changed by administrators, and it is recorded', async () => {
    const made = await sections.create(administrator, draft('van-hoa'));
    const policy = { ...made.policy, approvers: 2 };
    const changed = await sections.update(administrator, made.id, made.version, { policy });
    expect(changed).toEqual({ ...made, policy, version: 2 });
    const told = (await newsroom.entries('section.created', 'section.changed')).filter(
      ({ sectionId }) => sectionId === made.id,
    );
    expect(told.map(({ payload }) => payload)).toEqual([
      { code: 'van-hoa' },
      { fields: ['policy'] },
    ]);
  });

  it('H: by nobody else', async () => {
    const made = await sections.create(administrator, draft('giao-duc'));
    for (const person of [await newsroom.managingEditor(), await newsroom.writer()]) {
      const denied = { code: 'permission.denied', status: 403 };
      await expect(sections.create(person, draft('khac'))).rejects.toMatchObject(denied);
      await expect(sections.update(person, made.id, 1, { position: 1 })).rejects.toMatchObject(
        denied,
      );
    }
  });

  it('have an address of their own', async () => {
    await sections.create(administrator, draft('the-thao'));
    const other = await sections.create(administrator, draft('the-thao-2'));
    const taken = { code: 'section.code_taken', status: 409, facts: { code: 'the-thao' } };
    await expect(sections.create(administrator, draft('the-thao'))).rejects.toMatchObject(taken);
    await expect(
      sections.update(administrator, other.id, 1, { code: 'the-thao' }),
    ).rejects.toMatchObject(taken);
  });

  it('E: are not overwritten by who saw an older state', async () => {
    const { id, version } = await sections.create(administrator, draft('moi-truong'));
    await sections.update(administrator, id, version, { position: 1 });
    await expect(
      sections.update(administrator, id, version, { position: 2 }),
    ).rejects.toMatchObject({
      code: 'request.changed_meanwhile',
      status: 409,
      facts: { currentVersion: 2 },
    });
  });

  it('H: are listed for those who see them, in the portal’s order', async () => {
    const [last, first] = [
      await sections.create(administrator, { ...draft('kinh-te'), position: 90 }),
      await sections.create(administrator, { ...draft('y-te'), position: 80 }),
    ];
    const reader = await newsroom.person(
      'Châu Thị Thu',
      { role: 'writer', sectionId: last.id },
      { role: 'reviewer', sectionId: first.id },
    );
    expect((await sections.list(reader)).map(({ id }) => id)).toEqual([first.id, last.id]);
    expect((await sections.list(administrator)).length).toBeGreaterThan(2);
    expect(await sections.list(await newsroom.person('Khách'))).toEqual([]);
  });

  it('tell those who follow them in the same transaction, or nothing happens', async () => {
    const heard: string[] = [];
    sections.follow(async (_tx, { code }) => {
      heard.push(code);
      if (code === 'hong') throw new Error('the follower fails');
    });
    await sections.create(administrator, draft('phap-luat'));
    await expect(sections.create(administrator, draft('hong'))).rejects.toThrow('follower');
    expect(heard).toEqual(['phap-luat', 'hong']);
    expect((await sections.list(administrator)).map(({ code }) => code)).not.toContain('hong');
  });
});

describe('a section’s policy', () => {
  const approvers = (n: number): Partial<Section['policy']> => ({ approvers: n });

  it('holds for the rounds that are opened under it, also when it changes', async () => {
    const section = await newsroom.section(approvers(1));
    const [before, after] = [await newsroom.draft(section), await newsroom.draft(section)];
    await newsroom.submit(before.id);
    await sections.update(administrator, section.id, section.version, {
      policy: { ...section.policy, ...approvers(2) },
    });
    await newsroom.submit(after.id);
    const approver = await newsroom.approver();
    expect((await newsroom.sign(approver, before.id)).state).toBe('approved');
    expect((await newsroom.sign(approver, after.id)).state).toBe('in_review');
    expect((await newsroom.sign(await newsroom.approver2(), after.id)).state).toBe('approved');
  });

  it('says which languages an approved source asks for', async () => {
    const section = await newsroom.section({ requiredLanguages: ['vi', 'km'] });
    const { id } = await newsroom.draft(section);
    await newsroom.submit(id);
    await newsroom.sign(await newsroom.approver(), id);
    const told = (await newsroom.entries('edition.approved')).filter((one) => one.editionId === id);
    expect(told.map(({ payload }) => payload)).toEqual([{ languages: ['km'], urgent: false }]);
  });

  it('says in which languages articles begin', async () => {
    const section = await newsroom.section({ requiredLanguages: ['vi', 'km'] });
    const begun = newsroom.get(Articles).create(await newsroom.writer(), {
      sectionId: section.id,
      sourceLanguage: 'en',
      byline: '',
      text: {
        title: '',
        summary: '',
        body: { type: 'doc', content: [] },
        slug: '',
        seo: { title: '', description: '' },
      },
    });
    await expect(begun).rejects.toMatchObject({ code: 'article.language_not_of_section' });
  });
});

describe('an article moves to another section', () => {
  it('with its editions, while nothing of it is under way', async () => {
    const [from, to] = [await newsroom.section(), await newsroom.section()];
    const { id, articleId } = await newsroom.draft(from);
    const [writer, articles] = [await newsroom.writer(), newsroom.get(Articles)];
    const moved = await articles.update(writer, articleId, 1, { sectionId: to.id });
    expect(moved).toMatchObject({ sectionId: to.id, version: 2 });
    expect((await newsroom.edition(id)).sectionId).toBe(to.id);
    await newsroom.submit(id);
    await expect(
      articles.update(writer, articleId, 2, { sectionId: from.id }),
    ).rejects.toMatchObject({ code: 'article.section_fixed', status: 409 });
    expect((await newsroom.edition(id)).sectionId).toBe(to.id);
  });

  it('H: only by who may change articles in both', async () => {
    const [from, to] = [await newsroom.section(), await newsroom.section()];
    const { articleId } = await newsroom.draft(from);
    const here = await newsroom.person('Ngô Thị Mai', { role: 'writer', sectionId: from.id });
    await expect(
      newsroom.get(Articles).update(here, articleId, 1, { sectionId: to.id }),
    ).rejects.toMatchObject({ code: 'permission.denied' });
  });
});
