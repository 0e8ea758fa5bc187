import { z } from 'zod';
import type { Concept, ConceptQuery, TermDraft } from '@desk/contracts';
import { rows } from '@desk/database';
import type { Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';
import { Concepts } from './concepts.service.js';
import { Proposals } from './proposals.service.js';
import { starterConcepts } from './starter-concepts.js';
import { TermLookup } from './term-lookup.service.js';

let newsroom: TranslatingNewsroom;
let terminologist: Person;
let translator: Person;
beforeAll(async () => {
  newsroom = await TranslatingNewsroom.open();
  terminologist = await newsroom.desk.person('Huỳnh Kim Ngân', { role: 'managing_editor' });
  translator = await newsroom.desk.translator();
});
afterAll(() => newsroom.close());

const concepts = () => newsroom.desk.get(Concepts);
const proposals = () => newsroom.desk.get(Proposals);
const lookup = () => newsroom.desk.get(TermLookup);

const term = (
  language: Language,
  words: string,
  status: TermDraft['status'] = 'preferred',
): TermDraft => ({ language, term: words, status, note: '' });
const adding = (...terms: TermDraft[]) =>
  concepts().create(terminologist, { domain: 'test', note: '', source: '', terms });
const query = (some: Partial<ConceptQuery>): ConceptQuery => ({
  limit: 100,
  retired: false,
  ...some,
});
const words = (concept: Concept) =>
  concept.terms.map((one) => `${one.language} ${one.status} ${one.term}`);

/** What the ledger says of a concept or proposal, in order. */
const told = async (subjectId: string) =>
  rows(
    newsroom.desk.sql,
    z.object({ fact: z.string(), actorId: z.uuid().nullable() }),
    `SELECT fact, actor_id AS actorId FROM ledger_entry WHERE subject_id = ? ORDER BY id`,
    [subjectId],
  );

describe('a concept', () => {
  it('is added with its terms, and the ledger says by whom', async () => {
    const made = await adding(term('vi', 'đò ngang'), term('en', 'ferry'), term('km', 'សាឡាង'));
    expect(made).toMatchObject({ code: null, domain: 'test', version: 1, retiredAt: null });
    expect(await concepts().find(translator, made.id)).toEqual(made);
    expect(await told(made.id)).toEqual([{ fact: 'concept.added', actorId: terminologist.id }]);
  });

  it('changes by version; terms that stay keep their ids', async () => {
    const made = await adding(term('vi', 'cầu khỉ'), term('en', 'monkey bridge'));
    const changed = await concepts().change(terminologist, made.id, 1, {
      terms: [
        term('vi', 'cầu khỉ'),
        term('en', 'bamboo bridge'),
        term('en', 'monkey bridge', 'admitted'),
      ],
    });
    expect(changed.version).toBe(2);
    expect(words(changed)).toEqual([
      'vi preferred cầu khỉ',
      'en preferred bamboo bridge',
      'en admitted monkey bridge',
    ]);
    expect(changed.terms[0]?.id).toBe(made.terms[0]?.id);
    expect(changed.terms[2]?.id).toBe(made.terms[1]?.id);
    await expect(
      concepts().change(terminologist, made.id, 1, { note: 'late' }),
    ).rejects.toMatchObject({ code: 'request.changed_meanwhile', facts: { currentVersion: 2 } });
  });

  it.each([
    ['glossary.term_twice', [term('vi', 'kênh đào'), term('vi', 'kênh đào', 'admitted')]],
    ['glossary.preferred_twice', [term('vi', 'vàm sông'), term('vi', 'cửa sông')]],
  ])('is refused with %s', async (code, terms) => {
    await expect(adding(...terms)).rejects.toMatchObject({ code });
  });

  it('is written by terminologists and read by everybody', async () => {
    const made = await adding(term('vi', 'bè cá'));
    const denied = { code: 'permission.denied', facts: { permission: 'glossary.manage' } };
    const draft = { domain: '', note: '', source: '', terms: [term('vi', 'x')] };
    await expect(concepts().create(translator, draft)).rejects.toMatchObject(denied);
    await expect(concepts().change(translator, made.id, 1, { note: '' })).rejects.toMatchObject(
      denied,
    );
    await expect(concepts().retire(translator, made.id, 1)).rejects.toMatchObject(denied);
    expect((await concepts().find(translator, made.id)).id).toBe(made.id);
  });

  it('retires: it is kept, but found in no text and not changed until it is restored', async () => {
    const made = await adding(term('vi', 'xuồng ba lá'), term('en', 'three-plank boat'));
    const find = () => lookup().search(translator, { language: 'vi', text: 'Chiếc xuồng ba lá' });
    expect(await find()).toHaveLength(1);
    const retired = await concepts().retire(terminologist, made.id, 1);
    expect(retired.retiredAt).not.toBeNull();
    expect(await find()).toEqual([]);
    await expect(concepts().change(terminologist, made.id, 2, { note: 'x' })).rejects.toMatchObject(
      { code: 'glossary.concept_retired' },
    );
    const gone = await concepts().page(translator, query({ search: 'xuồng ba lá' }));
    expect(gone.items).toEqual([]);
    const kept = await concepts().page(translator, query({ search: 'xuồng ba lá', retired: true }));
    expect(kept.items).toHaveLength(1);
    await concepts().restore(terminologist, made.id, 2);
    expect(await find()).toHaveLength(1);
  });
});

describe('the starter set', () => {
  it('is loaded once, and never over what the newsroom made of it', async () => {
    const all = starterConcepts().length;
    expect(await concepts().loadStarter(null)).toBe(all);
    const { items } = await concepts().page(translator, query({ search: 'Thanh tra', limit: 1 }));
    expect(items).toEqual([]);
    const [body] = (await concepts().page(translator, query({ search: 'Sở Ngoại vụ' }))).items;
    if (!body) throw new Error('the starter set has no Sở Ngoại vụ');
    await concepts().change(terminologist, body.id, 1, { note: 'của tỉnh' });
    expect(await concepts().loadStarter(null)).toBe(0);
    expect((await concepts().find(translator, body.id)).note).toBe('của tỉnh');
    const { items: domains } = await concepts().domains(translator);
    expect(domains.find(({ domain }) => domain === 'bodies')?.concepts).toBeGreaterThan(50);
  });

  it('is searched with and without diacritics, and in Khmer with zero-width spaces', async () => {
    const codes = async (search: string, language?: Language) => {
      const found = await concepts().page(
        translator,
        query({ search, ...(language && { language }) }),
      );
      return found.items.map(({ code }) => code);
    };
    expect(await codes('hội đồng nhân dân')).toContain('peoples-council');
    expect(await codes('hoi dong nhan dan')).toContain('peoples-council');
    expect(await codes('ỦY BAN NHÂN DÂN TỈNH')).toContain('peoples-committee-province');
    expect(await codes('ទន្លេ\u200Bមេគង្គ')).toContain('mekong-river');
    expect(await codes('mekong', 'km')).toEqual([]);
    expect(await codes('100%_')).toEqual([]);
  });

  it('comes in pages, in Vietnamese order, each concept once', async () => {
    const seen: Concept[] = [];
    let cursor: string | undefined;
    do {
      const page = await concepts().page(
        translator,
        query({ limit: 40, ...(cursor && { cursor }) }),
      );
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(starterConcepts().length);
    const at = (code: string) => seen.findIndex((one) => one.code === code);
    expect(at('dyke')).toBeGreaterThan(at('tourism'));
    expect(at('dyke')).toBeLessThan(at('ngo-boat'));
  });
});

describe('terms in a text', () => {
  it('come with what the other language says, at once after a change', async () => {
    const text = 'Ủy ban nhân dân tỉnh họp.';
    const found = await lookup().search(translator, { language: 'vi', targetLanguage: 'km', text });
    expect(found).toMatchObject([
      { term: 'Uỷ ban nhân dân tỉnh', status: 'preferred', start: 0, end: 20 },
    ]);
    expect(found[0]?.targets).toEqual([
      { language: 'km', term: 'គណៈកម្មាធិការប្រជាជនខេត្ត', status: 'preferred', note: '' },
    ]);
    await adding(term('vi', 'họp'), term('km', 'ប្រជុំ'));
    const again = await lookup().search(translator, { language: 'vi', text });
    expect(again.map((one) => one.term)).toEqual(['Uỷ ban nhân dân tỉnh', 'họp']);
  });

  it('stand in the segment sheet with places in the plain text of the source', async () => {
    const source = await newsroom.source({
      title: 'Chợ nổi',
      paragraphs: ['Sở Thông tin và Truyền thông phối hợp với Ban Tuyên giáo Tỉnh ủy.'],
    });
    const { editionId } = await newsroom.prepare(source, 'en');
    const sheet = await newsroom.segments.sheet(translator, editionId);
    const segment = sheet.items.find(({ source }) => source.startsWith('Sở'));
    expect(
      segment?.terms.map(({ start, end, targets }) => [
        segment.source.slice(start, end),
        targets[0]?.term,
      ]),
    ).toEqual([
      ['Sở Thông tin và Truyền thông', 'Department of Information and Communications'],
      ['Ban Tuyên giáo', 'Commission for Communication and Education'],
      ['Tỉnh ủy', 'Provincial Party Committee'],
    ]);
  });
});

describe('a proposal', () => {
  const draft = (...terms: TermDraft[]) => ({ domain: 'test', reason: 'hay gặp', terms });

  it('for a new concept waits, and is a concept when it is accepted', async () => {
    const open = await proposals().propose(
      translator,
      draft(term('vi', 'nhà bè'), term('en', 'floating house')),
    );
    expect(open).toMatchObject({
      state: 'open',
      conceptId: null,
      proposedBy: { id: translator.id },
    });
    const text = { language: 'vi' as const, text: 'những nhà bè' };
    expect(await lookup().search(translator, text)).toEqual([]);
    const taken = await proposals().accept(terminologist, open.id, {});
    expect(taken).toMatchObject({ state: 'accepted', decidedBy: { id: terminologist.id } });
    expect(await lookup().search(translator, text)).toMatchObject([{ conceptId: taken.conceptId }]);
    expect((await told(open.id)).map(({ fact }) => fact)).toEqual([
      'proposal.made',
      'proposal.accepted',
    ]);
  });

  it('for a concept that there is adds terms; the old preferred one remains admitted', async () => {
    const made = await adding(term('vi', 'ghe bầu'), term('en', 'bau boat'));
    const open = await proposals().propose(translator, {
      ...draft(term('en', 'sampan')),
      conceptId: made.id,
    });
    await proposals().accept(terminologist, open.id, {});
    expect(words(await concepts().find(translator, made.id))).toEqual([
      'vi preferred ghe bầu',
      'en admitted bau boat',
      'en preferred sampan',
    ]);
  });

  it('may be taken in the words of the terminologist', async () => {
    const open = await proposals().propose(translator, draft(term('en', 'house on watter')));
    const { conceptId } = await proposals().accept(terminologist, open.id, {
      terms: [term('en', 'house on stilts')],
    });
    expect(words(await concepts().find(translator, conceptId ?? ''))).toEqual([
      'en preferred house on stilts',
    ]);
  });

  it('is declined with a reason, which its proposer reads', async () => {
    const open = await proposals().propose(translator, draft(term('vi', 'abc')));
    await proposals().decline(terminologist, open.id, 'Đã có từ này.');
    const mine = await proposals().page(translator, { limit: 20, state: 'declined', mine: true });
    expect(mine.items).toMatchObject([{ id: open.id, comment: 'Đã có từ này.' }]);
  });

  it('is decided once, also when two decide at one moment', async () => {
    const open = await proposals().propose(translator, draft(term('vi', 'lung sen')));
    const outcomes = await Promise.allSettled([
      proposals().accept(terminologist, open.id, {}),
      proposals().accept(terminologist, open.id, {}),
      proposals().decline(terminologist, open.id, 'không'),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        expect(outcome.reason).toMatchObject({ code: 'glossary.proposal_decided' });
      }
    }
    const found = await concepts().page(translator, query({ search: 'lung sen' }));
    expect(found.items.length).toBeLessThanOrEqual(1);
  });

  it('is decided by terminologists only', async () => {
    const open = await proposals().propose(translator, draft(term('vi', 'đìa cá')));
    const denied = { code: 'permission.denied', facts: { permission: 'glossary.manage' } };
    await expect(proposals().accept(translator, open.id, {})).rejects.toMatchObject(denied);
    await expect(proposals().decline(translator, open.id, 'x')).rejects.toMatchObject(denied);
  });
});
