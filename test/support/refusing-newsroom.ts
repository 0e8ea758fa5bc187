import { z } from 'zod';
import { pageOf, reviewRoundSchema } from '@desk/contracts';
import { rows } from '@desk/database';
import { acts, editionNow } from './article-work.js';
import type { Colleague, Sent } from './colleague.js';
import { HttpNewsroom } from './http-newsroom.js';
import { refusal, type Problem } from './refusals.js';

const createdSchema = z.object({ editionId: z.uuid() });
const page = pageOf(reviewRoundSchema);

export const words = (text: string) => ({ type: 'text', text });
export const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
export const bodyOf = (text: string) => ({ type: 'doc', content: [paragraph(words(text))] });

type Changes = Readonly<Record<string, unknown>>;

/** A newsroom where things are asked for that must be refused. */
export class RefusingNewsroom {
  private constructor(
    readonly http: HttpNewsroom,
    readonly writer: Colleague,
    readonly approver: Colleague,
    readonly otherApprover: Colleague,
    readonly manager: Colleague,
    readonly sectionId: string,
  ) {}

  static async open(): Promise<RefusingNewsroom> {
    const http = await HttpNewsroom.open();
    return new RefusingNewsroom(
      http,
      await http.hire('hanh', 'vi', { role: 'writer' }),
      await http.hire('minh', 'en', { role: 'approver' }),
      await http.hire('sophia', 'km', { role: 'approver' }),
      await http.hire('dat', 'vi', { role: 'managing_editor' }),
      await http.section('tin'),
    );
  }

  close = (): Promise<void> => this.http.close();

  /** An article that would be taken, with something changed. */
  draft(changes: Changes = {}) {
    return {
      sectionId: this.sectionId,
      sourceLanguage: 'vi',
      title: 'Lễ hội Ok Om Bok',
      body: bodyOf('Hàng nghìn người dân Khmer dự hội đua ghe ngo.'),
      ...changes,
    };
  }

  /** Begins an article; returns the id of its source edition, version 1. */
  async begins(changes: Changes = {}): Promise<string> {
    const body = this.draft(changes);
    return (await this.writer.does(createdSchema, 'POST', 'articles', { body })).editionId;
  }

  async submitted(changes: Changes = {}): Promise<string> {
    const id = await this.begins(changes);
    await acts(this.writer, id, 'submit');
    return id;
  }

  async hashInReview(id: string): Promise<string> {
    const { items } = await this.approver.reads(page, `editions/${id}/rounds?limit=1`);
    return items[0]?.revisionHash ?? '';
  }

  /** Sends what must be refused; see `refusal`. */
  refuses(
    by: Colleague,
    method: string,
    path: string,
    sent: Sent,
    status: number,
    code: string,
  ): Promise<Problem> {
    return refusal(this.http, { by, method, path, ...sent }, status, code);
  }

  refusesDraft(changes: Changes, status: number, code: string): Promise<Problem> {
    const sent = { body: this.draft(changes) };
    return this.refuses(this.writer, 'POST', 'articles', sent, status, code);
  }

  /** An action on the edition as it is now, which must be refused. */
  async refusesAction(
    by: Colleague,
    id: string,
    said: Changes & { readonly action: string },
    status: number,
    code: string,
  ): Promise<Problem> {
    const { version } = await editionNow(by, id);
    const sent = { body: said, ifMatch: version };
    return this.refuses(by, 'POST', `editions/${id}/transitions`, sent, status, code);
  }

  /** The number `n` that a statement counts. */
  async count(sql: string, values: unknown[]): Promise<number> {
    const counted = await rows(this.http.sql, z.object({ n: z.coerce.number() }), sql, values);
    return counted[0]?.n ?? -1;
  }
}
