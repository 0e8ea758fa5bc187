import { Renditions } from '@desk/articles';
import { addedMediaSchema, mediaSchema } from '@desk/contracts';
import { Transactions } from '@desk/database';
import type { Colleague } from './colleague.js';
import type { HttpNewsroom } from './http-newsroom.js';

/** A newsroom's library of media, as its people and the worker use it. */
export class MediaDesk {
  constructor(private readonly newsroom: HttpNewsroom) {}

  sends(by: Colleague, file: Buffer, type: string, name = 'tệp', more = {}) {
    return by.does(addedMediaSchema, 'POST', `media?name=${encodeURIComponent(name)}`, {
      body: file,
      headers: { 'content-type': type, ...more },
    });
  }

  changed(by: Colleague, id: string, ifMatch: number, body: object) {
    return by.does(mediaSchema, 'PATCH', `media/${id}`, { body, ifMatch });
  }

  /** What the worker does when it hears of a picture. */
  async makeSizes(src: string): Promise<void> {
    const key = src.split('/')[2] ?? '';
    const { app, clock } = this.newsroom;
    const renditions = app.get(Renditions, { strict: false });
    await renditions.make(key);
    await app
      .get(Transactions, { strict: false })
      .run((tx) => renditions.settle(tx, clock.now(), key));
  }

  /** A file at an address beside the API. */
  async fetched(by: Colleague, path: string, headers: Record<string, string> = {}) {
    const { url, headers: own } = by.ask('', {});
    const answer = await fetch(new URL(path, url), { headers: { ...own, ...headers } });
    return {
      status: answer.status,
      headers: answer.headers,
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  }
}

export const pdf = (text: string) => Buffer.from(`%PDF-1.7\n%âãÏÓ\n${text}\n%%EOF`);
