import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  Articles,
  edition as readEdition,
  editionsOf,
  revision,
  Sections,
  Transitions,
  WorkingCopies,
  type Edition,
  type Said,
  type Section,
} from '@desk/articles';
import type { EditionAction } from '@desk/contracts';
import { rows, type SetClock } from '@desk/database';
import type { Language } from '@desk/languages';
import {
  Commands,
  entryColumns,
  entrySchema,
  placeNewEntries,
  record,
  type Entry,
} from '@desk/ledger';
import { Accounts, personById, type Person } from '@desk/people';
import { isPublishingAction, Releases, type PublishingSaid } from '@desk/publishing';
import { Comments } from '@desk/review';
import { followFact, Tasks } from '@desk/tasks';
import { Concepts, Preparation, Segments } from '@desk/translation';
import { administrator, colleagues, demonstrationPassword, emailOf } from './people.js';
import { sections, type SectionCode } from './sections.js';
import { Phrasebook, textOf, type Story } from './stories.js';

/** The demonstration newsroom at work: each step is done by a person, at the clock's time. */
export class Desk {
  private readonly staff = new Map<string, Person>();
  private readonly sections = new Map<SectionCode, Section>();

  constructor(
    private readonly newsroom: INestApplicationContext,
    readonly clock: SetClock,
    private readonly phrasebook: Phrasebook,
  ) {}

  private get sql(): DataSource {
    return this.newsroom.get(DataSource);
  }

  /** Hires everybody, opens the sections, begins the glossary. */
  async open(): Promise<void> {
    const accounts = this.newsroom.get(Accounts);
    const { key, ...first } = administrator;
    const password = demonstrationPassword;
    const made = await accounts.createFirstAdministrator({
      ...first,
      email: emailOf(key),
      password,
    });
    const admin = await this.hired(key, made.id);
    for (const { key: short, name, language, does } of colleagues) {
      const grants = does.map((does) => ({
        sectionId: null,
        sourceLanguage: null,
        language: null,
        ...does,
      }));
      const account = await accounts.create(admin, {
        email: emailOf(short),
        name,
        language,
        password,
        grants,
      });
      await this.hired(short, account.id);
    }
    for (const [position, { code, names, policy }] of sections.entries()) {
      const section = await this.newsroom.get(Sections).create(admin, {
        code,
        names,
        position,
        policy: {
          ...policy,
          requiredLanguages: ['vi', 'en', 'km'],
          workingDays: { translate: 3, review: 1, sign_off: 1 },
        },
      });
      this.sections.set(code, section);
    }
    await this.newsroom.get(Concepts).loadStarter(admin.id);
  }

  private async hired(key: string, id: string): Promise<Person> {
    const person = await personById(this.sql, id);
    if (!person) throw new Error(`${key} was not hired`);
    this.staff.set(key, person);
    return person;
  }

  person(key: string): Person {
    const person = this.staff.get(key);
    if (!person) throw new Error(`nobody is called ${key}`);
    return person;
  }

  private section(code: SectionCode): Section {
    const section = this.sections.get(code);
    if (!section) throw new Error(`there is no section ${code}`);
    return section;
  }

  /** A writer begins an article; returns its source edition. */
  async write(story: Story, code: SectionCode, writer: string): Promise<Edition> {
    const { editionId } = await this.newsroom.get(Articles).create(this.person(writer), {
      sectionId: this.section(code).id,
      sourceLanguage: 'vi',
      byline: story.byline,
      text: textOf(story, 'vi'),
    });
    return this.edition(editionId);
  }

  /** The writer changes the title of a text under work. */
  async retitle(editionId: string, story: Story, title: string, writer: string): Promise<void> {
    const { version } = await this.edition(editionId);
    const text = { ...textOf(story, 'vi'), title };
    await this.newsroom.get(WorkingCopies).save(this.person(writer), editionId, version, text);
  }

  /** A person acts on an edition as it is now; what follows for tasks is done at once. */
  async act(
    who: string,
    editionId: string,
    action: EditionAction,
    said: Said & PublishingSaid = {},
  ): Promise<Edition> {
    const { version } = await this.edition(editionId);
    const person = this.person(who);
    const done = isPublishingAction(action)
      ? await this.newsroom.get(Releases).perform(person, editionId, version, action, said)
      : await this.newsroom.get(Transitions).perform(person, editionId, version, action, said);
    await this.settle();
    return done;
  }

  /** All signatures that the section asks for. */
  async signOff(editionId: string): Promise<void> {
    const { language, policy, reviewRevisionId } = await this.edition(editionId);
    const { hash: revisionHash } = await revision(this.sql, reviewRevisionId ?? '');
    const reviewers = { vi: 'tu', en: 'emily', km: 'sophia' };
    const signers = [
      ...(policy.languageReview ? [reviewers[language]] : []),
      ...['minh', 'tu'].slice(0, policy.approvers),
    ];
    for (const signer of signers) {
      this.clock.advance(40 * 60_000);
      await this.act(signer, editionId, 'sign_off', { revisionHash });
    }
  }

  /** The translations' tasks with their segments, as the worker makes them. */
  async prepare(articleId: string): Promise<void> {
    const [source] = await editionsOf(this.sql, articleId);
    if (!source?.approvedRevisionId) throw new Error('the source is not approved');
    const sourceRevisionId = source.approvedRevisionId;
    for (const language of ['en', 'km'] as const) {
      await this.inTransaction(async (tx, at) => {
        const of = { articleId, sourceRevisionId, language };
        const { editionId, segments, fromMemory } = await this.newsroom
          .get(Preparation)
          .prepareEdition(tx, at, of);
        const subject = { sectionId: source.sectionId, articleId, editionId, language };
        await record(tx, at, null, 'translation.prepared', subject, {
          sourceRevisionId,
          segments,
          fromMemory,
        });
        await this.newsroom.get(Tasks).openTask(tx, at, {
          kind: 'translate',
          articleId,
          editionId,
          sectionId: source.sectionId,
          sourceLanguage: source.language,
          language,
          revisionId: sourceRevisionId,
          priority: 'normal',
          workingDays: source.policy.workingDays.translate,
          onceKey: `translate-${sourceRevisionId}-${language}`,
        });
      });
    }
  }

  /** The translator takes the task and translates this share (0 to 1) of the segments. */
  async translate(articleId: string, language: Language, share = 1): Promise<Edition> {
    const edition = (await editionsOf(this.sql, articleId)).find(
      (one) => one.language === language,
    );
    if (!edition) throw new Error(`there is no ${language} edition`);
    const translator = this.person(language === 'en' ? 'lan' : 'saray');
    await this.takeTask(translator, edition.id);
    const segments = this.newsroom.get(Segments);
    const { items } = await segments.sheet(translator, edition.id);
    for (const { id, version, source } of items.slice(0, Math.round(items.length * share))) {
      const target = this.phrasebook.translation(source, language);
      await segments.save(translator, id, version, { target, status: 'confirmed' });
    }
    return this.edition(edition.id);
  }

  private async takeTask(translator: Person, editionId: string): Promise<void> {
    const tasks = this.newsroom.get(Tasks);
    const { items } = await tasks.list(translator, { view: 'team', kind: 'translate', limit: 100 });
    const task = items.find((one) => one.editionId === editionId);
    if (task) await tasks.claim(translator, task.id, task.version);
  }

  async comment(who: string, editionId: string, text: string): Promise<void> {
    await this.newsroom.get(Comments).add(this.person(who), editionId, { text });
  }

  /** What happened so far is history: everybody knows it, and nobody is told again. */
  async closeHistory(): Promise<void> {
    await this.inTransaction(async (tx, at) => {
      while ((await placeNewEntries(tx, 1_000)).length > 0);
      await tx.query('UPDATE ledger_entry SET dispatched_at = ? WHERE dispatched_at IS NULL', [at]);
    });
  }

  private seen = '';
  /** Lets tasks follow what has happened since last time. */
  private async settle(): Promise<void> {
    const fresh: Entry[] = await rows(
      this.sql,
      entrySchema,
      `SELECT ${entryColumns} FROM ledger_entry l WHERE l.id > ? ORDER BY l.id`,
      [this.seen === '' ? '00000000-0000-0000-0000-000000000000' : this.seen],
    );
    this.seen = fresh.at(-1)?.id ?? this.seen;
    for (const entry of fresh) await this.inTransaction((tx, at) => followFact(tx, at, entry));
  }

  private inTransaction<T>(work: (tx: EntityManager, at: Date) => Promise<T>): Promise<T> {
    return this.newsroom.get(Commands).run(work);
  }

  edition = (id: string): Promise<Edition> => readEdition(this.sql, id);
}
