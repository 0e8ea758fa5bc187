import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { workingCopySchema, type Body } from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Colleague } from '../../../support/colleague.js';
import { WholeNewsroom } from '../../../support/whole-newsroom.js';
import { Deskmate, openChromium, type Look } from './desk-browser.js';

const createdSchema = z.object({ editionId: z.uuid(), article: z.object({ id: z.uuid() }) });
const nothingElse = { summary: '', slug: '', seo: { title: '', description: '' } };

/** A text of paragraphs. */
export const bodyOf = (...lines: string[]): Body => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/** What each block of a text says. */
export const words = (body: Body): string[] => body.content.map((block) => textsIn(block).join(''));

const nodeSchema = z.looseObject({
  text: z.string().optional(),
  content: z.array(z.unknown()).optional(),
});
function textsIn(node: unknown): string[] {
  const { text, content = [] } = nodeSchema.parse(node);
  return text === undefined ? content.flatMap(textsIn) : [text];
}

/** An open newsroom with a browser, and people who come to it. */
export class DeskScene {
  private readonly mates: Deskmate[] = [];
  sectionId = '';

  private constructor(
    readonly newsroom: WholeNewsroom,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<DeskScene> {
    const newsroom = await WholeNewsroom.open(undefined, { LOG_LEVEL: 'fatal' });
    const scene = new DeskScene(newsroom, await openChromium());
    scene.sectionId = (await newsroom.section('tin')).id;
    return scene;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.newsroom.close();
  }

  /** Somebody comes to the newsroom in a browser of their own, and signs in. */
  async come(key: string, look: Look = {}): Promise<Deskmate> {
    const mate = await Deskmate.come(this.browser, this.newsroom.api.url, look);
    this.mates.push(mate);
    await mate.signIn(key);
    return mate;
  }

  /** All go home; what their browsers had to say against the pages. */
  async goHome(): Promise<string[]> {
    const mates = this.mates.splice(0);
    await Promise.all(mates.map((mate) => mate.leave()));
    return mates.flatMap(({ complaints }) => complaints);
  }

  /** An article that is begun. */
  async article(
    writer: Colleague,
    title: string,
    body: Body = bodyOf('Dòng đầu.'),
    sourceLanguage: Language = 'vi',
  ): Promise<{ articleId: string; editionId: string }> {
    const { sectionId } = this;
    const { editionId, article } = await writer.does(createdSchema, 'POST', 'articles', {
      body: { sectionId, sourceLanguage, byline: '', ...nothingElse, title, body },
      key: randomUUID(),
    });
    return { articleId: article.id, editionId };
  }

  /** The text of an edition as the newsroom has it. */
  async kept(person: Colleague, editionId: string) {
    return (await person.reads(workingCopySchema, `editions/${editionId}`)).text;
  }

  /** Somebody saves another text meanwhile, at a screen of their own. */
  async overwrites(person: Colleague, editionId: string, title: string, body: Body): Promise<void> {
    const { version } = await person.reads(workingCopySchema, `editions/${editionId}`);
    await person.does(workingCopySchema, 'PUT', `editions/${editionId}/working-copy`, {
      ifMatch: version,
      body: { ...nothingElse, title, body },
    });
  }
}

export const editorIn = (page: Page) => page.locator('[contenteditable=true]').first();
export const saved = (page: Page) => page.locator('[data-save=saved]').waitFor();

/** Opens an article to be written. */
export async function openArticle(mate: Deskmate, articleId: string): Promise<Page> {
  await mate.goTo(`/articles/${articleId}`);
  await editorIn(mate.page).waitFor();
  return mate.page;
}

/** Puts the cursor at the end of what is written. */
export async function atTheEnd(page: Page): Promise<void> {
  await editorIn(page).click();
  await page.keyboard.press('Control+End');
}
