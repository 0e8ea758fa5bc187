import { z } from 'zod';
import { change, newId, rows, Transactions } from '@desk/database';
import { Tasks } from '@desk/tasks';
import { acts, editionNow, signs } from './article-work.js';
import { drawnPicture } from './drawn-picture.js';
import type { Colleague } from './colleague.js';
import { HttpNewsroom } from './http-newsroom.js';

const createdSchema = z.object({ editionId: z.uuid(), article: z.object({ id: z.uuid() }) });
const idSchema = z.object({ id: z.uuid() });
const nameSchema = z.object({ name: z.string() });

/** What belongs to one section: nobody of another one may see it. */
const sectionBound = [
  'article',
  'edition',
  'revision',
  'segment',
  'task',
  'review_round',
  'sign_off',
  'comment',
  'release',
  'notice',
  'api_token',
  'email',
  'exchange_import',
  'saved_view',
] as const;

/**
 * A newsroom with at least one of each thing, all in the section `tin`, nothing of it public,
 * made by people of that section; and another section, `rieng`, with nothing in it.
 */
export class FullNewsroom {
  private constructor(
    readonly http: HttpNewsroom,
    readonly sectionId: string,
    readonly otherSectionId: string,
    readonly writer: Colleague,
    readonly approver: Colleague,
  ) {}

  static async open(): Promise<FullNewsroom> {
    const http = await HttpNewsroom.open();
    const sectionId = await http.section('tin', { requiredLanguages: ['vi', 'km'] });
    const newsroom = new FullNewsroom(
      http,
      sectionId,
      await http.section('rieng'),
      await http.hire(
        'hanh',
        'vi',
        { role: 'writer', sectionId },
        { role: 'translator', sectionId },
      ),
      await http.hire('minh', 'vi', { role: 'approver', sectionId }),
    );
    await newsroom.fill();
    return newsroom;
  }

  close = (): Promise<void> => this.http.close();

  /** The ids of everything there is, by table; but for what is `own`. */
  async everything(own: readonly string[] = []): Promise<Map<string, string[]>> {
    const tables = await rows(
      this.http.sql,
      nameSchema,
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND column_name = 'id' AND data_type = 'uuid'`,
    );
    const all = new Map<string, string[]>();
    for (const { name } of tables) {
      all.set(
        name,
        (await this.idsIn(name)).filter((id) => !own.includes(id)),
      );
    }
    return all;
  }

  /** The ids of what belongs to the section `tin`, and of what is one person's own, by table. */
  async ofTheSection(): Promise<Map<string, string[]>> {
    const all = await this.everything();
    const bound = sectionBound.map((table) => [table, all.get(table) ?? []] as const);
    const files = await rows(
      this.http.sql,
      idSchema,
      "SELECT id FROM file_reading WHERE kind = 'task'",
    );
    return new Map<string, string[]>([
      ...bound,
      ['section', [this.sectionId]],
      ['file_reading', files.map(({ id }) => id)],
    ]);
  }

  /** The version of everything that has one, by its id. */
  async versions(): Promise<Map<string, number>> {
    const tables = await rows(
      this.http.sql,
      nameSchema,
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND column_name IN ('id', 'version')
       GROUP BY table_name HAVING COUNT(*) = 2`,
    );
    const all = new Map<string, number>();
    const versionSchema = idSchema.extend({ version: z.coerce.number() });
    for (const { name } of tables) {
      const sql = `SELECT id, version FROM \`${name}\``;
      for (const one of await rows(this.http.sql, versionSchema, sql)) all.set(one.id, one.version);
    }
    return all;
  }

  async idsIn(table: string): Promise<string[]> {
    const found = await rows(this.http.sql, idSchema, `SELECT id FROM \`${table}\` ORDER BY id`);
    return found.map(({ id }) => id);
  }

  private async begins(title: string) {
    const text = { type: 'text', text: 'Hàng nghìn người dân Khmer dự hội đua ghe ngo.' };
    const body = {
      sectionId: this.sectionId,
      sourceLanguage: 'vi',
      title,
      body: { type: 'doc', content: [{ type: 'paragraph', content: [text] }] },
    };
    const made = await this.writer.does(createdSchema, 'POST', 'articles', { body });
    return { articleId: made.article.id, editionId: made.editionId };
  }

  private async fill(): Promise<void> {
    const { writer, approver, http } = this;
    await this.begins('Một bản thảo');
    const waiting = await this.begins('Một bài chờ duyệt');
    await acts(writer, waiting.editionId, 'submit');
    const comment = { body: { text: 'Xin xem lại số đội.' } };
    await approver.does(idSchema, 'POST', `editions/${waiting.editionId}/comments`, comment);
    await this.task(waiting);

    const approved = await this.begins('Một bài sẽ đăng');
    await acts(writer, approved.editionId, 'submit');
    await signs(approver, approved.editionId);
    const translation = await http.prepare(approved.articleId, approved.editionId, 'km');
    await acts(approver, approved.editionId, 'schedule', { publishAt: '2026-03-09T01:00:00Z' });

    const following = { subject: 'article', subjectId: waiting.articleId };
    await writer.does(z.unknown(), 'POST', 'me/subscriptions', { body: following });
    const view = { name: 'Bài của tôi', filter: { personId: 'me' } };
    await writer.does(idSchema, 'POST', 'me/views', { body: view });
    const token = { name: 'kho lưu trữ', scopes: ['read'] };
    await writer.does(idSchema, 'POST', 'me/tokens', { body: token });
    const place = `editions/${translation}/exchange`;
    const { text: file } = await writer.page(place);
    const upload = { body: file, headers: { 'content-type': 'application/octet-stream' } };
    await writer.does(idSchema, 'POST', `${place}/imports`, upload);
    const large = { ...upload, body: `${file}<!-- ${'dài '.repeat(200_000)} -->` };
    await writer.does(idSchema, 'POST', `${place}/imports`, large);
    const terms = [{ language: 'vi', term: 'ghe ngo', status: 'preferred' }];
    await writer.does(idSchema, 'POST', 'glossary/proposals', { body: { terms } });
    await this.ofTheWholeNewsroom(terms);
    await this.ofTheWorker(writer.id);
  }

  private async task(of: { articleId: string; editionId: string }): Promise<void> {
    const { http, sectionId } = this;
    const { reviewRevisionId } = await editionNow(this.writer, of.editionId);
    const asked = {
      ...of,
      kind: 'sign_off' as const,
      sectionId,
      sourceLanguage: 'vi' as const,
      language: 'vi' as const,
      revisionId: reviewRevisionId ?? '',
      priority: 'normal' as const,
      workingDays: 1,
      onceKey: newId(),
    };
    await http.app
      .get(Transactions, { strict: false })
      .run((tx) => http.app.get(Tasks, { strict: false }).openTask(tx, http.clock.now(), asked));
  }

  private async ofTheWholeNewsroom(terms: readonly object[]): Promise<void> {
    const { admin } = this.http;
    await admin.does(idSchema, 'POST', 'glossary/concepts', { body: { terms } });
    const rule = { language: 'vi', abbreviation: 'Tr.Phòng' };
    await admin.does(idSchema, 'POST', 'sentence-rules', { body: rule });
    const units = [{ source: 'ghe ngo', target: 'ngo boat' }];
    const memory = { name: 'cũ', sourceLanguage: 'vi', targetLanguage: 'en', units };
    await admin.does(idSchema, 'POST', 'memory/imports', { body: memory });
    await admin.does(
      idSchema,
      'POST',
      'memory/exchange/imports?sourceLanguage=vi&targetLanguage=en&name=X',
      {
        body: `<tmx version="1.4"><!-- ${'dài '.repeat(200_000)} --></tmx>`,
        headers: { 'content-type': 'application/octet-stream' },
      },
    );
    const picture = await drawnPicture(60, 40).png().toBuffer();
    const sent = { body: picture, headers: { 'content-type': 'image/png' } };
    await this.writer.does(idSchema, 'POST', 'media?name=ghe-ngo.png', sent);
    const webhook = { url: 'https://192.0.2.1/mekong', facts: ['edition.published'] };
    const made = await admin.send('POST', 'webhooks', { body: webhook });
    if (made.status === 201) return;
    const at = this.http.clock.now();
    await change(
      this.http.sql,
      `INSERT INTO webhook (id, url, secret, facts, created_by, created_at)
       VALUES (?, ?, 'whsec_x', '[]', ?, ?)`,
      [newId(), webhook.url, admin.id, at],
    );
  }

  /** What the worker would have written by now. */
  private async ofTheWorker(accountId: string): Promise<void> {
    const { sql, clock } = this.http;
    const at = clock.now();
    const [entry] = await rows(
      sql,
      idSchema.extend({ articleId: z.uuid(), editionId: z.uuid() }),
      `SELECT id, article_id AS articleId, edition_id AS editionId FROM ledger_entry
       WHERE fact = 'edition.submitted' ORDER BY id LIMIT 1`,
    );
    const [webhookId] = await this.idsIn('webhook');
    const facts = JSON.stringify({ reason: 'contributor', title: 'Một bài chờ duyệt' });
    const noticeId = newId();
    await change(
      sql,
      `INSERT INTO notice (id, account_id, entry_id, kind, facts, section_id, article_id,
         edition_id, created_at) VALUES (?, ?, ?, 'edition.submitted', ?, ?, ?, ?, ?)`,
      [
        noticeId,
        accountId,
        entry?.id,
        facts,
        this.sectionId,
        entry?.articleId,
        entry?.editionId,
        at,
      ],
    );
    await change(
      sql,
      `INSERT INTO email (id, account_id, message_id, notice_id, request_id, state, attempts,
         last_error, send_after, created_at) VALUES (?, ?, ?, ?, 'x', 'dead', 9, '550', ?, ?)`,
      [newId(), accountId, `<${noticeId}@desk.example>`, noticeId, at, at],
    );
    await change(
      sql,
      `INSERT INTO webhook_delivery (id, webhook_id, entry_id, place, state, send_after, created_at)
       VALUES (?, ?, ?, 1, 'dead', ?, ?)`,
      [newId(), webhookId, entry?.id, at, at],
    );
    await change(
      sql,
      `INSERT INTO ledger_job (entry_id, job, state, attempts, last_error, created_at)
       VALUES (?, 'notifications.fan-out', 'dead', 9, 'x', ?)`,
      [entry?.id, at],
    );
  }
}
