import { z } from 'zod';
import {
  conceptSchema,
  foundTermsSchema,
  glossaryDomainsSchema,
  pageOf,
  proposalSchema,
} from '@desk/contracts';
import { newId, Transactions } from '@desk/database';
import { placeNewEntries } from '@desk/ledger';
import { Concepts } from '@desk/translation';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

let newsroom: HttpNewsroom;
let editor: Colleague;
let translator: Colleague;
beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  editor = await newsroom.hire('ngan', 'vi', { role: 'managing_editor' });
  translator = await newsroom.hire('saray', 'km', { role: 'translator', language: 'km' });
  await newsroom.app.get(Concepts, { strict: false }).loadStarter(null);
});
afterAll(() => newsroom.close());

const concepts = pageOf(conceptSchema);
const draft = {
  domain: 'nghề',
  terms: [
    { language: 'vi', term: 'nghề dệt chiếu', status: 'preferred' },
    { language: 'en', term: 'mat weaving', status: 'preferred' },
    { language: 'km', term: 'ការត្បាញកន្ទេល', status: 'preferred' },
  ],
};

describe('the glossary over HTTP', () => {
  it('gives concepts in pages, found by a part of a term', async () => {
    const path = `glossary/concepts?search=${encodeURIComponent('uy ban nhan dan')}&limit=2`;
    const first = await translator.reads(concepts, path);
    expect(first.items).toHaveLength(2);
    const second = await translator.reads(
      concepts,
      `${path}&cursor=${encodeURIComponent(first.next ?? '')}`,
    );
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    const domains = await translator.reads(glossaryDomainsSchema, 'glossary/domains');
    expect(domains.items.map(({ domain }) => domain)).toContain('river-climate');
  });

  it('adds and changes a concept by its version, told as ETag', async () => {
    const made = await editor.send('POST', 'glossary/concepts', { body: draft, key: newId() });
    expect(made).toMatchObject({ status: 201, body: { version: 1, code: null } });
    const { id } = conceptSchema.parse(made.body);
    const one = await translator.send('GET', `glossary/concepts/${id}`);
    expect(one.headers.get('etag')).toBe('"1"');
    const body = { note: 'Định Yên, Lấp Vò' };
    expect(await editor.send('PATCH', `glossary/concepts/${id}`, { body })).toMatchObject({
      status: 428,
    });
    const changed = await editor.send('PATCH', `glossary/concepts/${id}`, { body, ifMatch: 1 });
    expect(changed).toMatchObject({ status: 200, body: { version: 2, note: body.note } });
    expect(
      await editor.send('PATCH', `glossary/concepts/${id}`, { body, ifMatch: 1 }),
    ).toMatchObject({ status: 409, body: { code: 'request.changed_meanwhile' } });
    const retired = await editor.send('POST', `glossary/concepts/${id}/retire`, { ifMatch: 2 });
    expect(retired).toMatchObject({ status: 200, body: { version: 3 } });
    const restored = await editor.send('POST', `glossary/concepts/${id}/restore`, { ifMatch: 3 });
    expect(restored).toMatchObject({ status: 200, body: { retiredAt: null } });
  });

  it('refuses in the language of who asks', async () => {
    const twice = { ...draft, terms: [draft.terms[0], draft.terms[0]] };
    const asked = (lang: string) =>
      editor.send('POST', `glossary/concepts?lang=${lang}`, { body: twice });
    expect(await asked('vi')).toMatchObject({
      status: 422,
      body: { code: 'glossary.term_twice', detail: expect.stringContaining('ghi hai lần') },
    });
    expect(await asked('km')).toMatchObject({
      body: { detail: expect.stringMatching(/[\u1780-\u17ff].*nghề dệt chiếu/) },
    });
  });

  it('lets translators propose and terminologists decide', async () => {
    const body = { reason: 'gặp trong bài', ...draft };
    const open = await translator.does(proposalSchema, 'POST', 'glossary/proposals', { body });
    expect(
      await translator.send('POST', `glossary/proposals/${open.id}/accept`, { body: {} }),
    ).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    const waiting = await editor.reads(pageOf(proposalSchema), 'glossary/proposals?state=open');
    expect(waiting.items.map(({ id }) => id)).toEqual([open.id]);
    const accept = `glossary/proposals/${open.id}/accept`;
    const taken = await editor.does(proposalSchema, 'POST', accept, { body: {} });
    expect(taken.state).toBe('accepted');
    const decline = `glossary/proposals/${open.id}/decline`;
    expect(await editor.send('POST', decline, { body: { comment: 'không' } })).toMatchObject({
      status: 409,
      body: { code: 'glossary.proposal_decided' },
    });
    const concept = await translator.reads(conceptSchema, `glossary/concepts/${taken.conceptId}`);
    expect(concept.terms.map(({ term }) => term)).toContain('mat weaving');
  });

  it('finds the terms of a text in each language', async () => {
    const find = (language: string, text: string) =>
      translator.does(foundTermsSchema, 'POST', 'glossary/find', { body: { language, text } });
    const khmer = await find('km', 'នៅតំបន់ដីសណ្តទន្លេមេគង្គមានទឹកជំនន់');
    expect(khmer.items.map(({ term }) => term)).toEqual(['តំបន់ដីសណ្តទន្លេមេគង្គ', 'ទឹកជំនន់']);
    const english = await find('en', "The Provincial People's Committees' resolutions");
    expect(english.items.map(({ term }) => term)).toEqual([
      "Provincial People's Committee",
      'resolution',
    ]);
    expect(english.items[0]?.targets.map(({ language }) => language)).toContain('vi');
  });

  it('tells the journal who changed it', async () => {
    await newsroom.app.get(Transactions, { strict: false }).run((tx) => placeNewEntries(tx, 1_000));
    const entries = await editor.reads(
      z.object({ items: z.array(z.looseObject({ fact: z.string() })) }),
      'journal?limit=50',
    );
    const facts = entries.items.map(({ fact }) => fact);
    expect(facts).toEqual(
      expect.arrayContaining(['glossary.loaded', 'concept.added', 'proposal.accepted']),
    );
  });

  it('is closed to who is not signed in', async () => {
    const stranger = newsroom.stranger();
    expect(await stranger.send('GET', 'glossary/concepts')).toMatchObject({ status: 401 });
    const body = { language: 'vi', text: 'x' };
    expect(await stranger.send('POST', 'glossary/find', { body })).toMatchObject({ status: 401 });
  });
});
