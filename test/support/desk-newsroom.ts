import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource, type EntityManager } from 'typeorm';
import {
  Articles,
  ArticlesModule,
  edition as readEdition,
  parseBody,
  revision,
  Sections,
  Transitions,
  WorkingCopies,
  type Edition,
  type Said,
  type Section,
} from '@desk/articles';
import type { EditionAction, Role, SignOffPolicy } from '@desk/contracts';
import { change, DatabaseModule, newId, rows, SetClock, Transactions } from '@desk/database';
import { languages, type Language } from '@desk/languages';
import {
  Bell,
  entryColumns,
  entrySchema,
  LedgerModule,
  SilentBell,
  type Entry,
  type Fact,
} from '@desk/ledger';
import type { Grant, Person } from '@desk/people';
import { Comments, ReviewModule, Reviews } from '@desk/review';
import { followFact, Tasks, TasksModule } from '@desk/tasks';
import { aDatabase, type TestDatabase } from './database.js';
import { stories } from './stories.js';

@Global()
@Module({ providers: [{ provide: Bell, useClass: SilentBell }], exports: [Bell] })
class QuietModule {}

/** What a person is: a role, and where it narrows, in which languages and section. */
export type Is = Partial<Grant> & { readonly role: Role };

/** A newsroom with a database of its own, up to reviews and tasks; no queues, no HTTP. */
export class DeskNewsroom {
  /** A Monday, 10:30 in Vietnam. */
  readonly clock = new SetClock(new Date('2026-03-02T03:30:00Z'));
  private readonly staff = new Map<string, Person>();

  private constructor(
    private readonly database: TestDatabase,
    private module: TestingModule | null = null,
  ) {}

  /** `more`: what else is at work in it. */
  static async open(...more: (Type | DynamicModule)[]): Promise<DeskNewsroom> {
    const database = await aDatabase();
    const newsroom = new DeskNewsroom(database);
    newsroom.module = await Test.createTestingModule({
      imports: [
        DatabaseModule.forRoot(database.url, newsroom.clock),
        QuietModule,
        LedgerModule,
        ArticlesModule,
        ReviewModule,
        TasksModule,
        ...more,
      ],
    }).compile();
    await newsroom.module.init();
    return newsroom;
  }

  async close(): Promise<void> {
    await this.module?.close();
    await this.database.drop();
  }

  get<T>(service: abstract new (...args: never[]) => T): T {
    if (!this.module) throw new Error('the newsroom is not open');
    return this.module.get<T>(service);
  }
  get sql(): DataSource {
    return this.get(DataSource);
  }
  get transitions(): Transitions {
    return this.get(Transitions);
  }
  get reviews(): Reviews {
    return this.get(Reviews);
  }
  get comments(): Comments {
    return this.get(Comments);
  }
  get tasks(): Tasks {
    return this.get(Tasks);
  }

  /** A member of the staff; the same name is the same person. */
  async person(name: string, ...are: Is[]): Promise<Person> {
    const known = this.staff.get(name);
    if (known) return known;
    const id = newId();
    const at = this.clock.now();
    const email = `${id}@huunghi.example`;
    const grants = are.map((is) => ({
      sectionId: null,
      sourceLanguage: null,
      language: null,
      ...is,
    }));
    await change(
      this.sql,
      `INSERT INTO account (id, email, name, language, created_at, updated_at)
       VALUES (?, ?, ?, 'vi', ?, ?)`,
      [id, email, name, at, at],
    );
    for (const grant of grants) {
      const { role, sectionId, sourceLanguage, language } = grant;
      const grantId = newId();
      await change(this.sql, 'INSERT INTO role_grant VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?)', [
        grantId,
        id,
        role,
        sectionId,
        sourceLanguage,
        language,
        at,
        grantId,
      ]);
    }
    const timeZone = 'Asia/Ho_Chi_Minh';
    const person: Person = { id, name, email, language: 'vi', timeZone, grants, scopes: null };
    this.staff.set(name, person);
    return person;
  }

  writer = (): Promise<Person> => this.person('Trần Thị Hạnh', { role: 'writer' });
  translator = (): Promise<Person> => this.person('Sơn Thị Sa Rây', { role: 'translator' });
  reviewer = (): Promise<Person> => this.person('Thạch Sô Phia', { role: 'reviewer' });
  approver = (): Promise<Person> => this.person('Lê Hoàng Minh', { role: 'approver' });
  approver2 = (): Promise<Person> => this.person('Võ Thị Cẩm Tú', { role: 'approver' });
  managingEditor = (): Promise<Person> =>
    this.person('Nguyễn Văn Đạt', { role: 'managing_editor' });

  private sections = 0;
  async section(policy: Partial<SignOffPolicy> = {}): Promise<Section> {
    this.sections += 1;
    const administrator = await this.person('Danh Sa Vuth', { role: 'administrator' });
    return this.get(Sections).create(administrator, {
      code: `tin-${this.sections}`,
      names: { vi: 'Tin trong tỉnh', en: 'News of the province', km: 'ព័ត៌មានក្នុងខេត្ត' },
      position: 0,
      policy: {
        approvers: 1,
        languageReview: false,
        release: 'as-ready',
        requiredLanguages: [...languages],
        workingDays: { translate: 3, review: 1, sign_off: 2 },
        ...policy,
      },
    });
  }

  /** An article whose Vietnamese source is written but not yet submitted. */
  async draft(section: Section): Promise<Edition> {
    const { editionId } = await this.get(Articles).create(await this.writer(), {
      sectionId: section.id,
      sourceLanguage: 'vi',
      byline: 'THT',
      text: storyIn('vi'),
    });
    return this.edition(editionId);
  }

  /** The article's edition in another language, written by the translator from the approved source. */
  async translation(source: Edition, language: Language): Promise<Edition> {
    const id = await this.inTransaction((tx, at) =>
      this.get(Articles).ensureEdition(tx, source.articleId, language, at),
    );
    const { approvedRevisionId } = await this.edition(source.id);
    await change(this.sql, 'UPDATE edition SET source_revision_id = ? WHERE id = ?', [
      approvedRevisionId,
      id,
    ]);
    return this.write(id, stories[language].title);
  }

  /** Writes the text of an edition anew, with another title. */
  async write(editionId: string, title: string): Promise<Edition> {
    const edition = await this.edition(editionId);
    const author = edition.isSource ? await this.writer() : await this.translator();
    const text = { ...storyIn(edition.language), title };
    await this.inTransaction((tx, at) =>
      this.get(WorkingCopies).write(tx, edition, text, author.id, at),
    );
    return this.edition(editionId);
  }

  /** A person acts on an edition as it is now. */
  async act(
    person: Person,
    editionId: string,
    action: EditionAction,
    said: Said = {},
  ): Promise<Edition> {
    const { version } = await this.edition(editionId);
    return this.transitions.perform(person, editionId, version, action, said);
  }

  async submit(editionId: string): Promise<Edition> {
    const { isSource } = await this.edition(editionId);
    const author = isSource ? await this.writer() : await this.translator();
    return this.act(author, editionId, 'submit');
  }

  /** Signs what is under review now. */
  async sign(person: Person, editionId: string, said: Said = {}): Promise<Edition> {
    const revisionHash = await this.hashUnderReview(editionId);
    return this.act(person, editionId, 'sign_off', { revisionHash, ...said });
  }

  async hashUnderReview(editionId: string): Promise<string> {
    const { reviewRevisionId } = await this.edition(editionId);
    return (await revision(this.sql, reviewRevisionId ?? '')).hash;
  }

  /** The entries of the ledger that are of these facts, in the order in which they were made. */
  entries(...facts: Fact[]): Promise<Entry[]> {
    return rows(
      this.sql,
      entrySchema,
      `SELECT ${entryColumns} FROM ledger_entry l
       ${facts.length === 0 ? '' : 'WHERE l.fact IN (?)'} ORDER BY l.id`,
      facts.length === 0 ? [] : [facts],
    );
  }

  private followed = new Set<string>();
  /** Lets tasks follow what has happened since last time; `inOrder` may rearrange or repeat it. */
  async follow(inOrder: (entries: Entry[]) => Entry[] = (entries) => entries): Promise<void> {
    const fresh = (await this.entries()).filter(({ id }) => !this.followed.has(id));
    for (const entry of fresh) this.followed.add(entry.id);
    for (const entry of inOrder(fresh)) await this.hear(entry);
  }

  hear = (entry: Entry): Promise<void> => this.inTransaction((tx, at) => followFact(tx, at, entry));

  inTransaction<T>(work: (tx: EntityManager, at: Date) => Promise<T>): Promise<T> {
    return this.get(Transactions).run((tx) => work(tx, this.clock.now()));
  }

  edition = (id: string): Promise<Edition> => readEdition(this.sql, id);
}

function storyIn(language: Language) {
  const { title, summary, paragraphs } = stories[language];
  const content = paragraphs.map((text) => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  }));
  return {
    title,
    summary,
    body: parseBody({ type: 'doc', content }),
    slug: '',
    seo: { title: '', description: '' },
  };
}
