import { Global, Module } from '@nestjs/common';
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
  type Section,
} from '@desk/articles';
import type { Role, SignOffPolicy } from '@desk/contracts';
import { change, DatabaseModule, newId, SetClock, Transactions } from '@desk/database';
import { languages, type Language } from '@desk/languages';
import { Bell, LedgerModule, SilentBell } from '@desk/ledger';
import type { Grant, Person } from '@desk/people';
import {
  DueReleases,
  PublishingModule,
  ReleaseLists,
  Releases,
  SearchIndex,
} from '@desk/publishing';
import { ReviewModule } from '@desk/review';
import { aDatabase, onServer, type TestDatabase } from './database.js';
import { stories } from './stories.js';

@Global()
@Module({ providers: [{ provide: Bell, useClass: SilentBell }], exports: [Bell] })
class QuietModule {}

const grant = (role: Role, language: Language | null = null): Grant => ({
  role,
  sectionId: null,
  sourceLanguage: null,
  language,
});

/** From where the portal's database user may come. */
const hosts = ['%', 'localhost'];

/** A newsroom with a database of its own, up to and with publishing; no queues, no HTTP. */
export class PublishingNewsroom {
  readonly clock = new SetClock(new Date('2020-05-23T03:30:00Z'));
  private module: TestingModule;
  private readonly staff = new Map<string, Person>();

  private constructor(private readonly database: TestDatabase) {}

  static async open(): Promise<PublishingNewsroom> {
    const newsroom = new PublishingNewsroom(await aDatabase());
    newsroom.module = await Test.createTestingModule({
      imports: [
        DatabaseModule.forRoot(newsroom.url, newsroom.clock),
        QuietModule,
        LedgerModule,
        ArticlesModule,
        ReviewModule,
        PublishingModule,
      ],
    }).compile();
    await newsroom.module.init();
    return newsroom;
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.database.drop();
    for (const host of hosts) await onServer(`DROP USER IF EXISTS '${this.reader}'@'${host}'`);
  }

  get url(): string {
    return this.database.url;
  }

  private get reader(): string {
    return `portal_${this.database.name.slice(-12)}`;
  }

  /** The URL of a database user who may read the public tables and nothing else. */
  async portalUrl(): Promise<string> {
    const { name } = this.database;
    const user = this.reader;
    for (const host of hosts) {
      await onServer(`CREATE USER IF NOT EXISTS '${user}'@'${host}' IDENTIFIED BY 'read'`);
      for (const table of ['public_page', 'public_section', 'public_redirect', 'public_search']) {
        await onServer(`GRANT SELECT ON ${name}.${table} TO '${user}'@'${host}'`);
      }
    }
    const url = new URL(this.url);
    url.username = user;
    url.password = 'read';
    return url.href;
  }

  get sql(): DataSource {
    return this.module.get(DataSource);
  }
  get releases(): Releases {
    return this.module.get(Releases);
  }
  get releaseLists(): ReleaseLists {
    return this.module.get(ReleaseLists);
  }
  get dueReleases(): DueReleases {
    return this.module.get(DueReleases);
  }
  get searchIndex(): SearchIndex {
    return this.module.get(SearchIndex);
  }
  get transitions(): Transitions {
    return this.module.get(Transitions);
  }

  /** A member of the staff; the same name is the same person. */
  async person(name: string, grants: readonly Grant[]): Promise<Person> {
    const known = this.staff.get(name);
    if (known) return known;
    const id = newId();
    const email = `${id}@huunghi.example`;
    await change(
      this.sql,
      `INSERT INTO account (id, email, name, language, created_at, updated_at)
       VALUES (?, ?, ?, 'vi', ?, ?)`,
      [id, email, name, this.clock.now(), this.clock.now()],
    );
    const person: Person = {
      id,
      name,
      email,
      language: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
      grants,
      scopes: null,
    };
    this.staff.set(name, person);
    return person;
  }

  writer = (): Promise<Person> => this.person('Trần Thị Hạnh', [grant('writer')]);
  translator = (): Promise<Person> => this.person('Sơn Thị Sa Rây', [grant('translator')]);
  approver = (): Promise<Person> => this.person('Lê Hoàng Minh', [grant('approver')]);
  managingEditor = (): Promise<Person> =>
    this.person('Nguyễn Văn Đạt', [grant('managing_editor'), grant('approver')]);
  administrator = (): Promise<Person> => this.person('Danh Sa Vuth', [grant('administrator')]);

  async section(
    code: string,
    policy: Partial<SignOffPolicy> = {},
    names = { vi: 'Tin trong tỉnh', en: 'News of the province', km: 'ព័ត៌មានក្នុងខេត្ត' },
  ): Promise<Section> {
    return this.module.get(Sections).create(await this.administrator(), {
      code,
      names,
      position: 0,
      policy: {
        approvers: 1,
        languageReview: false,
        release: 'as-ready',
        requiredLanguages: [...languages],
        workingDays: { translate: 3, review: 1, sign_off: 1 },
        ...policy,
      },
    });
  }

  async renameSection({ id, version }: Section, code: string): Promise<void> {
    await this.module.get(Sections).update(await this.administrator(), id, version, { code });
  }

  /** An article whose source is written but not yet submitted. Returns the source edition. */
  async draft(section: Section, source: Language = 'vi', story?: Told): Promise<Edition> {
    const { editionId } = await this.module.get(Articles).create(await this.writer(), {
      sectionId: section.id,
      sourceLanguage: source,
      byline: 'THT',
      text: storyIn(source, story),
    });
    return this.edition(editionId);
  }

  /** The article's edition in another language, translated from its newest approved source. */
  async translation(source: Edition, language: Language, story?: Told): Promise<Edition> {
    const id = await this.inTransaction((tx) =>
      this.module.get(Articles).ensureEdition(tx, source.articleId, language, this.clock.now()),
    );
    const { approvedRevisionId } = await this.edition(source.id);
    await change(this.sql, 'UPDATE edition SET source_revision_id = ? WHERE id = ?', [
      approvedRevisionId,
      id,
    ]);
    return this.write(id, story);
  }

  /** Writes the text of an edition anew; a new title makes a new revision at its submission. */
  async write(editionId: string, story?: Told, slug = ''): Promise<Edition> {
    const edition = await this.edition(editionId);
    const author = edition.isSource ? await this.writer() : await this.translator();
    const text = { ...storyIn(edition.language, story), slug };
    await this.inTransaction((tx) =>
      this.module.get(WorkingCopies).write(tx, edition, text, author.id, this.clock.now()),
    );
    return this.edition(editionId);
  }

  /** Submits and signs, so that the edition is approved. */
  async approve(editionId: string, acceptStale = false): Promise<Edition> {
    const { version, isSource } = await this.edition(editionId);
    const author = isSource ? await this.writer() : await this.translator();
    const submitted = await this.transitions.perform(author, editionId, version, 'submit', {});
    const { hash } = await revision(this.sql, submitted.reviewRevisionId ?? '');
    return this.transitions.perform(
      await this.approver(),
      editionId,
      submitted.version,
      'sign_off',
      { revisionHash: hash, acceptStale },
    );
  }

  /** A new article with these editions approved, the source first. */
  async approved(
    section: Section,
    all: readonly Language[] = languages,
    stories?: Readonly<Record<Language, Told>>,
  ): Promise<Edition[]> {
    const [first = 'vi', ...others] = all;
    const source = await this.draft(section, first, stories?.[first]);
    await this.approve(source.id);
    const editions = [source.id];
    for (const language of others) {
      const made = await this.translation(source, language, stories?.[language]);
      editions.push((await this.approve(made.id)).id);
    }
    return Promise.all(editions.map((id) => this.edition(id)));
  }

  inTransaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.module.get(Transactions).run(work);
  }

  edition = (id: string): Promise<Edition> => readEdition(this.sql, id);
}

/** What a story tells: another title only, or more of it. */
export type Told =
  string | { readonly title?: string; readonly summary?: string; readonly body?: unknown };

/** A story in a language, other than the usual one as far as it is `told`. */
function storyIn(language: Language, told: Told = {}) {
  const usual = stories[language];
  const { title, summary, body }: Exclude<Told, string> =
    typeof told === 'string' ? { title: told } : told;
  const content = usual.paragraphs.map((text) => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  }));
  return {
    title: title ?? usual.title,
    summary: summary ?? usual.summary,
    body: parseBody(body ?? { type: 'doc', content }),
    slug: '',
    seo: { title: '', description: '' },
  };
}
