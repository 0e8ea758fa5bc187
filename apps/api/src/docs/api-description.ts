import { createHash } from 'node:crypto';
import { Injectable, type INestApplication } from '@nestjs/common';

/** A text that is made once, and how a reader tells whether they have it already. */
export interface Made {
  readonly text: string;
  readonly etag: string;
}

/** The description of the API, for programs and for people; made when it is first asked for. */
@Injectable()
export class ApiDescription {
  private app: INestApplication | null = null;
  private made: Promise<{ json: Made; page: Made }> | null = null;

  /** Tells whose routes are described; called once before the application listens. */
  describe(app: INestApplication): void {
    this.app = app;
  }

  async json(): Promise<Made> {
    return (await this.all()).json;
  }

  async page(): Promise<Made> {
    return (await this.all()).page;
  }

  private all(): Promise<{ json: Made; page: Made }> {
    this.made ??= this.make();
    return this.made;
  }

  /** What makes it is loaded only now: most processes never need it. */
  private async make(): Promise<{ json: Made; page: Made }> {
    if (!this.app) throw new Error('no application to describe');
    const { openApiDocument } = await import('./open-api.js');
    const { docsPage } = await import('./docs-page.js');
    const document = openApiDocument(this.app);
    return { json: made(JSON.stringify(document)), page: made(docsPage(document, STYLESHEET)) };
  }
}

/** Where the page finds its style. */
export const STYLESHEET = '/api/docs/style.css';

function made(text: string): Made {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return { text, etag: `"${hash}"` };
}
