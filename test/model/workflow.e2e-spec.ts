import fc from 'fast-check';
import { editionActions } from '@desk/contracts';
import { verifyLedger } from '@desk/ledger';
import { seedStory, textOf } from '../../apps/cli/src/demonstration/stories.js';
import { acts, editionNow, translatesAll, writesArticle } from '../support/article-work.js';
import { Refusal } from '../support/colleague.js';
import { ModelNewsroom } from './model-newsroom.js';
import {
  carryOut,
  editionsOf,
  newEdition,
  prepare,
  timeComes,
  type Command,
  type ModelArticle,
  type ModelEdition,
  type ModelPerson,
  type ModelPolicy,
} from './reference.js';

const RUNS = 16;
const STEPS = 250;

const staff: readonly ModelPerson[] = [
  { key: 'hanh', roles: ['writer'] },
  { key: 'bao', roles: ['writer'] },
  { key: 'lan', roles: ['translator'] },
  { key: 'sophia', roles: ['reviewer'] },
  { key: 'minh', roles: ['approver'] },
  { key: 'tu', roles: ['approver'] },
  { key: 'dat', roles: ['managing_editor'] },
  { key: 'kieu', roles: ['writer', 'approver'] },
  { key: 'admin', roles: ['administrator'] },
];
const asReady: ModelPolicy = { approvers: 2, languageReview: false, together: false };
const together: ModelPolicy = { approvers: 1, languageReview: true, together: true };

const actions = ['save', 'translate', ...editionActions] as const;
type Action = (typeof actions)[number];

/** Half of the steps are ones that are open; the others are anything at all. */
const stepArbitrary = fc.record({
  sensible: fc.boolean(),
  timePasses: fc.nat(40).map((n) => n === 0),
  action: fc.nat(10_000),
  by: fc.nat(10_000),
  edition: fc.nat(10_000),
  wrongHash: fc.nat(9).map((n) => n === 0),
  acceptStale: fc.boolean(),
  past: fc.nat(4).map((n) => n === 0),
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer S> ? S : never;

const reason = { vi: 'Số liệu sai.', en: 'Wrong figures.', km: 'តួលេខខុស។' };

describe('thousands of random steps', () => {
  let newsroom: ModelNewsroom;
  const sections = { asReady: '', together: '' };
  const counted = { done: 0, refused: 0 };
  const reached = new Set<string>();

  beforeAll(async () => {
    newsroom = await ModelNewsroom.open(staff);
    sections.asReady = await newsroom.section('tin', {
      approvers: 2,
      languageReview: false,
      release: 'as-ready',
      requiredLanguages: ['vi'],
    });
    sections.together = await newsroom.section('doi-ngoai', {
      approvers: 1,
      languageReview: true,
      release: 'together',
      requiredLanguages: ['vi', 'en'],
    });
  }, 60_000);
  afterAll(() => newsroom.close());

  interface Article {
    readonly id: string;
    readonly model: ModelArticle;
  }

  /** Two articles, one under each policy, and what the API calls their editions. */
  class World {
    readonly articles: Article[] = [];
    readonly ids = new Map<ModelEdition, string>();
    private texts = 0;

    async open(): Promise<void> {
      for (const [policy, sectionId] of [
        [asReady, sections.asReady],
        [together, sections.together],
      ] as const) {
        const writer = newsroom.as('hanh');
        const made = await writesArticle(writer, sectionId, textOf(seedStory, 'vi'));
        const source = newEdition(policy.together ? 'z' : 'x', true, 'hanh');
        this.ids.set(source, made.editionId);
        this.articles.push({ id: made.articleId, model: { policy, source, translation: null } });
      }
    }

    async take(step: Step): Promise<void> {
      if (step.timePasses) {
        await newsroom.timePasses();
        for (const { model } of this.articles) timeComes(model);
        return;
      }
      const { article, command } = step.sensible ? this.sensible(step) : this.anything(step);
      const { id, model } = article;
      const { action, by, edition } = command;
      if (action === 'translate' && !hasOpenSegments(edition)) return;
      const told = `${action} of ${edition.key}, ${edition.state}, by ${by.key}`;
      const before = model.source.approved;
      const expected = carryOut(model, command);
      const { carriedOut, code } = await this.send(command);
      expect(`${told}: ${carriedOut} ${code}`).toBe(`${told}: ${expected} ${code}`);
      counted[expected ? 'done' : 'refused'] += 1;
      const { approved } = model.source;
      if (action !== 'sign_off' || approved === null || approved === before) return;
      if (!model.policy.together) return;
      const translationId = await newsroom.prepare(id, this.idOf(model.source));
      prepare(model);
      if (model.translation) this.ids.set(model.translation, translationId);
    }

    private all(): { article: Article; edition: ModelEdition }[] {
      return this.articles.flatMap((article) =>
        editionsOf(article.model).map((edition) => ({ article, edition })),
      );
    }

    private anything(step: Step): { article: Article; command: Command } {
      const { article, edition } = one(this.all(), step.edition);
      const { wrongHash, past, acceptStale } = step;
      const how = { rightHash: !wrongHash, future: !past, acceptStale };
      const command = {
        ...how,
        edition,
        by: one(staff, step.by),
        action: one(actions, step.action),
      };
      return { article, command };
    }

    /** Something that the model allows: any open action, by anybody who may. */
    private sensible(step: Step): { article: Article; command: Command } {
      const { article, edition } = one(this.all(), step.edition);
      const index = editionsOf(article.model).indexOf(edition);
      const open = new Map<Action, Command[]>();
      for (const action of actions) {
        for (const by of staff) {
          const how = { rightHash: true, future: true, acceptStale: step.acceptStale };
          const copy = structuredClone(article.model);
          const target = one(editionsOf(copy), index);
          if (!carryOut(copy, { ...how, edition: target, by, action })) continue;
          open.set(action, [...(open.get(action) ?? []), { ...how, edition, by, action }]);
        }
      }
      if (open.size === 0) return this.anything(step);
      const command = one(one([...open.values()], step.action), step.by);
      return { article, command };
    }

    private idOf(edition: ModelEdition): string {
      return this.ids.get(edition) ?? '';
    }

    private async send({ action, by, edition, rightHash, acceptStale, future }: Command) {
      const person = newsroom.as(by.key);
      const id = this.idOf(edition);
      try {
        if (action === 'save') {
          this.texts += 1;
          const { version } = await editionNow(person, id);
          const text = { ...textOf(seedStory, 'vi'), title: `Bài số ${this.texts}` };
          const sent = { body: text, ifMatch: version };
          const { status, body } = await person.send('PUT', `editions/${id}/working-copy`, sent);
          if (status >= 300) throw new Refusal('save', status, body);
        } else if (action === 'translate') {
          await translatesAll(person, id, (source) => `EN ${source}`);
        } else {
          const said = {
            ...(action === 'request_changes' && { comment: 'Xin sửa lại.' }),
            ...(action === 'sign_off' && {
              revisionHash: rightHash ? await newsroom.hashUnderReview(id) : 'e'.repeat(64),
              acceptStale,
            }),
            ...(action === 'schedule' && {
              publishAt: future ? newsroom.inHalfAnHour() : newsroom.anHourAgo(),
            }),
            ...(action === 'correct' && { note: 'Đã sửa số liệu.' }),
            ...(action === 'withdraw' && { reason }),
          };
          await acts(person, id, action, said);
        }
        return { carriedOut: true, code: '' };
      } catch (error) {
        if (!(error instanceof Refusal) || error.status >= 500) throw error;
        return { carriedOut: false, code: error.code };
      }
    }

    /** The API's state is the model's, for every edition, and so is what readers see. */
    async agrees(): Promise<void> {
      const seen = await newsroom.seen([...this.ids.values()]);
      const pages = { none: null, live: 'live', withdrawn: 'withdrawn' };
      for (const [{ key, state, liveness }, id] of this.ids) {
        const now = seen.find((one) => one.id === id);
        const page = now?.page === 'archived' ? 'live' : now?.page;
        expect({ key, state: now?.state, liveness: now?.liveness, page }).toEqual({
          key,
          state,
          liveness,
          page: pages[liveness],
        });
        reached.add(`${state} ${liveness}`);
      }
    }
  }

  it('leave the API where the reference model is, step by step', async () => {
    const walks = fc.array(stepArbitrary, { minLength: STEPS, maxLength: STEPS });
    await fc.assert(
      fc.asyncProperty(walks, async (steps) => {
        const world = new World();
        await world.open();
        for (const step of steps) {
          await world.take(step);
          await world.agrees();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(counted.done + counted.refused).toBeGreaterThan(RUNS * STEPS * 0.8);
    expect(counted.done).toBeGreaterThan(RUNS * STEPS * 0.3);
    for (const state of ['scheduled none', 'published live', 'published withdrawn', 'draft live']) {
      expect([...reached]).toContain(state);
    }
  }, 600_000);

  it('leave a ledger with an entry for each, unaltered', async () => {
    expect((await verifyLedger(newsroom.sql)).breaks).toEqual([]);
  });
});

const hasOpenSegments = ({ isSource, prepared, confirmed }: ModelEdition): boolean =>
  !isSource && prepared !== null && !confirmed;

/** The n-th of these, round and round. */
function one<T>(these: readonly T[], n: number): T {
  const found = these[n % these.length];
  if (found === undefined) throw new Error('there is none');
  return found;
}
