import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { languages } from '@desk/languages';
import { kindsIn, pageOfKind } from '../support/page-kinds.js';
import { PublicSite } from '../support/public-site.js';

const screens = [
  { name: 'desk', width: 1280, height: 900 },
  { name: 'phone', width: 390, height: 844 },
] as const;
const pictures = process.env.SCREENSHOTS ?? join(tmpdir(), 'mekong-desk-screenshots');

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let site: PublicSite;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  site = await PublicSite.open();
  await site.portal.listen(0, '127.0.0.1');
  origin = await site.portal.getUrl();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What axe finds against WCAG 2.2 AA and its own best practice, as `rule: element`. */
async function violations(page: Page): Promise<string[]> {
  // The portal's policy lets no other script in: this one comes in beside it.
  await page.evaluate(axe);
  return page.evaluate<string[]>(`axe
    .run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => id + ': ' + target.join(' ') + ' ' + (any[0]?.message ?? ''))))`);
}

/** A page, with what the browser complained of while it was shown. */
async function shown(path: string, screen: (typeof screens)[number], dark = false) {
  const page = await browser.newPage({
    viewport: { width: screen.width, height: screen.height },
    colorScheme: dark ? 'dark' : 'light',
    deviceScaleFactor: screen.name === 'phone' ? 2 : 1,
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The browser itself says so of every 404 and 410, which these pages are meant to be.
    if (!message.text().includes('the server responded with a status of')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`not loaded: ${request.url()}`));
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await page.evaluate('document.fonts.ready');
  return { page, complaints };
}

/** Elements whose text is wider or higher than the box that shows it. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('h1, h2, h3, p, a, li, dd, time, span')]
    .filter((one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      const hides = overflowX !== 'visible' || overflowY !== 'visible';
      return hides && one.clientHeight > 2 &&
        (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
    })
    .map((one) => one.textContent.slice(0, 60))`);

describe.each(screens)('on a $name, $width px wide', (screen) => {
  describe.each(languages)('in %s', (language) => {
    it.each(kindsIn(language))(
      'the page “%s” fits, and neither the browser nor axe has anything against it',
      async (kind) => {
        const path = await pageOfKind(site, kind, language);
        const { page, complaints } = await shown(path, screen);
        await page.screenshot({
          path: join(pictures, `${kind}-${language}-${screen.name}.png`),
          fullPage: true,
        });
        expect(complaints).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(screen.width);
        expect(await cutOff(page)).toEqual([]);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        expect(await violations(page)).toEqual([]);
        await page.close();
      },
    );
  });

  it('Khmer is shown in its own font, with room for its marks', async () => {
    const { page } = await shown(await site.address(site.stories.whole, 'km'), screen);
    expect(await page.evaluate(`document.fonts.check('1rem "Noto Sans Khmer"', 'ខ្មែរ')`)).toBe(
      true,
    );
    const loaded = await page.evaluate<string[]>(
      `[...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family)`,
    );
    expect(loaded.join()).toContain('Noto Sans Khmer');
    const lineHeights = await page.evaluate<number[]>(`['h1', '.story-text p'].map((one) => {
      const { lineHeight, fontSize } = getComputedStyle(document.querySelector(one));
      return parseFloat(lineHeight) / parseFloat(fontSize);
    })`);
    expect(Math.min(...lineHeights)).toBeGreaterThanOrEqual(1.5);
    await page.close();
  });

  it('headings in Latin script keep their lines together', async () => {
    const { page } = await shown(await site.address(site.stories.whole, 'vi'), screen);
    const lineHeight = await page.evaluate<number>(`(() => {
      const { lineHeight, fontSize } = getComputedStyle(document.querySelector('h1'));
      return parseFloat(lineHeight) / parseFloat(fontSize);
    })()`);
    expect(lineHeight).toBeLessThan(1.4);
    await page.close();
  });

  it('nothing touches the edge of the screen', async () => {
    for (const path of ['/vi/', await site.address(site.stories.full, 'km')]) {
      const { page } = await shown(path, screen);
      const edges = await page.evaluate<
        number[]
      >(`[...document.querySelectorAll('h1, h2, p, nav a, dd')]
        .filter((one) => !one.closest('.unseen, .skip') && one.offsetParent)
        .map((one) => one.getBoundingClientRect().left)`);
      expect(Math.min(...edges)).toBeGreaterThanOrEqual(5);
      await page.close();
    }
  });

  it('the dark colours are readable too', async () => {
    const { page, complaints } = await shown('/km/', screen, true);
    await page.screenshot({ path: join(pictures, `dark-km-${screen.name}.png`) });
    expect(complaints).toEqual([]);
    expect(await faint(page)).toEqual([]);
    await page.close();
  });

  it.each(['/vi/', '/km/hoat-dong/'])('the text of %s has enough contrast', async (path) => {
    const { page } = await shown(path, screen);
    expect(await faint(page)).toEqual([]);
    await page.close();
  });
});

/** Texts with less contrast than WCAG AA asks for (4.5 to 1), by their own colours and grounds. */
const faint = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const light = ([r, g, b]) => [r, g, b]
      .map((one) => one / 255)
      .map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
      .reduce((sum, one, index) => sum + one * [0.2126, 0.7152, 0.0722][index], 0);
    const ground = (one) => {
      for (let at = one; at; at = at.parentElement) {
        const [r, g, b, a = 1] = channels(getComputedStyle(at).backgroundColor);
        if (a === 1 && r !== undefined) return [r, g, b];
      }
      return [255, 255, 255];
    };
    return [...document.querySelectorAll('a, p, h1, h2, h3, time, dt, dd, span')]
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((one) => {
        const [text, behind] = [light(channels(getComputedStyle(one).color)), light(ground(one))];
        const contrast = (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
        return contrast < 4.5;
      })
      .map((one) => one.className + ': ' + one.textContent.slice(0, 40));
  })()`);

describe('with the keyboard', () => {
  it('the first stop leads past the masthead to the content', async () => {
    const { page } = await shown('/km/', screens[0]);
    await page.keyboard.press('Tab');
    const skip = page.locator('a.skip');
    expect(await skip.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
    const box = await skip.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.height).toBeGreaterThan(20);
    await page.screenshot({ path: join(pictures, 'skip-km.png') });
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(`document.querySelector('main').contains(document.activeElement)`),
    ).toBe(true);
    await page.close();
  });

  it('every link shows when it has the focus', async () => {
    const { page } = await shown('/vi/', screens[0]);
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate<string>(`(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        return outlineStyle + ' ' + outlineWidth;
      })()`);
      expect(outline).not.toMatch(/^none| 0px$/);
    }
    await page.close();
  });
});

it('readers change the language of a story with one click, and come back', async () => {
  const { whole } = site.stories;
  const { page } = await shown(await site.address(whole, 'vi'), screens[1]);
  await page.click('nav.languages a[lang="km"]');
  expect(decodeURI(page.url())).toBe(decodeURI(origin + (await site.address(whole, 'km'))));
  await page.click('nav.languages a[lang="vi"]');
  expect(page.url()).toBe(origin + (await site.address(whole, 'vi')));
  await page.close();
});

describe('the search', () => {
  it('shows what is found while one types, and the address says it', async () => {
    const { page, complaints } = await shown('/vi/search', screens[1]);
    const { title } = await site.published(site.stories.whole, 'vi');
    await page.locator('main input[type=search]').pressSequentially(title, { delay: 5 });
    await page.locator('#found mark').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(title);
    expect(await page.title()).toContain(title);
    expect(await page.getAttribute('nav.languages a[lang="km"]', 'href')).toContain(
      '/km/search?q=',
    );
    await page.selectOption('select[name=section]', 'van-hoa');
    await page.waitForURL(/section=van-hoa/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('works without JavaScript, from any page', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}/km/`);
    const { title } = await site.published(site.stories.whole, 'km');
    await page.fill('.search-box input', title);
    await page.press('.search-box input', 'Enter');
    expect(new URL(page.url()).pathname).toBe('/km/search');
    expect(await page.locator('#found mark').count()).toBeGreaterThan(0);
    await page.selectOption('select[name=in]', 'all');
    await page.click('.search-words button');
    expect(page.url()).toContain('in=all');
    await context.close();
  });
});
