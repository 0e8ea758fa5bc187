import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { emailOf, password } from '../../../support/whole-newsroom.js';

const require = createRequire(join(process.cwd(), 'package.json'));
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** The browser's own: what somebody gets who has not signed in. */
  readonly language?: string;
}

/** Somebody at the newsroom's screens, in a browser of their own. */
export class Deskmate {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly origin: string,
    /** What the browser has to say against the pages: errors, what a policy refused. */
    readonly complaints: string[],
  ) {}

  static async come(browser: Browser, origin: string, look: Look = {}): Promise<Deskmate> {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1280, height: look.height ?? 860 },
      colorScheme: look.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      ...(look.language !== undefined && { locale: look.language }),
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const mate = new Deskmate(context, page, origin, []);
    mate.listensTo(page);
    return mate;
  }

  async signIn(key: string, secret = password, email = emailOf(key)): Promise<void> {
    await this.page.goto(`${this.origin}/newsroom/sign-in`);
    await this.page.fill('input[name=email]', email);
    await this.page.fill('input[name=password]', secret);
    await this.page.click('button[type=submit]');
    await this.page.waitForURL((url) => !url.pathname.includes('sign-in'));
    await this.page.waitForSelector('#page-title');
  }

  /** Goes to a screen and waits until all of it has come. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.origin}/newsroom${path}`);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.waitForSelector('h1', { state: 'attached' });
    await this.page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root'));
    await this.page.evaluate('document.fonts.ready');
  }

  /** After the window became wider or narrower: until what slides in or out has done so. */
  async laidOut(): Promise<void> {
    await this.page
      .waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, null, {
        timeout: 3_000,
      })
      .catch(() => null);
    await this.settled();
  }

  /** What axe finds against WCAG 2.2 AA, as `rule: element`. */
  async violations(): Promise<string[]> {
    await this.page.evaluate(axe);
    return this.page.evaluate<string[]>(`axe
      .run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        // Experimental, and off unless asked for: takes initials and key names for labels.
        rules: { 'label-content-name-mismatch': { enabled: false } },
      })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any }) => id + ': ' + target.join(' ') + ' ' + (any[0]?.message ?? ''))))`);
  }

  /** Texts that their boxes cut off, and the page itself when it is wider than the window. */
  async cutOff(): Promise<string[]> {
    return this.page.evaluate<string[]>(`[
      ...(document.documentElement.scrollWidth > innerWidth ? ['the page: ' + document.documentElement.scrollWidth] : []),
      ...[...document.querySelectorAll('h1,h2,h3,h4,p,a,button,label,li,td,th,time,span,div')]
        .filter((one) => one.childElementCount === 0 && one.textContent.trim() !== '' && !one.closest('.desk-told, .desk-skip, .mantine-VisuallyHidden-root, [aria-hidden=true], .mantine-SegmentedControl-root'))
        .filter((one) => {
          const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
          const hides = overflowX === 'hidden' || overflowY === 'hidden' || textOverflow === 'ellipsis';
          return hides && one.clientHeight > 2 &&
            (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 2);
        })
        .map((one) => one.className + ': ' + one.textContent.slice(0, 60)),
    ]`);
  }

  /** Another window of the same browser. */
  async anotherPage(path: string): Promise<Page> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(30_000);
    this.listensTo(page);
    await page.goto(`${this.origin}/newsroom${path}`);
    return page;
  }

  /** Forgets complaints that were to be expected. */
  forgive(expected: RegExp): void {
    const others = this.complaints.filter((one) => !expected.test(one));
    this.complaints.splice(0, this.complaints.length, ...others);
  }

  private listensTo(page: Page): void {
    page.on('console', (message) => {
      // The browser itself says so of every answer of 4xx.
      if (message.type() === 'error' && !message.text().includes('the server responded with')) {
        this.complaints.push(message.text());
      }
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  async language(): Promise<string | null> {
    return this.page.getAttribute('html', 'lang');
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
