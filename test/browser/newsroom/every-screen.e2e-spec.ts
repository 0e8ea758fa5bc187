import type { Browser } from 'playwright-core';
import { languages, type Language } from '@desk/languages';
import { WholeNewsroom, withDemonstration } from '../../support/whole-newsroom.js';
import { demonstrated, type Demonstrated } from './support/demonstrated.js';
import { Deskmate, openChromium } from './support/desk-browser.js';

const widths = [320, 768, 1440];

let newsroom: WholeNewsroom;
let browser: Browser;
let shown: Demonstrated;
beforeAll(async () => {
  newsroom = await WholeNewsroom.open(undefined, { LOG_LEVEL: 'fatal' }, withDemonstration);
  browser = await openChromium();
  shown = await demonstrated(newsroom.api.url);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await newsroom.close();
});

/** What is wrong with a screen, at each width and, in turn by language, in one of two modes. */
async function wrongWith(mate: Deskmate, path: string, language: Language): Promise<string[]> {
  const { page, complaints } = mate;
  complaints.length = 0;
  const wrong: string[] = [];
  await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await mate.goTo(path);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await mate.laidOut();
    for (const cut of await mate.cutOff()) wrong.push(`at ${String(width)} px: ${cut}`);
    if (width !== 768) wrong.push(...(await mate.violations()));
  }
  if ((await mate.language()) !== language) wrong.push('another language');
  if (!(await page.title()).includes('Mekong Desk')) wrong.push('no title');
  return [...wrong, ...complaints].map((what) => `${path}: ${what}`);
}

describe.each(languages)('in %s', (language) => {
  it('nothing on the doorstep is cut, refused by its policy, or out of reach', async () => {
    const mate = await Deskmate.come(browser, newsroom.api.url, { language });
    const wrong: string[] = [];
    for (const path of ['/sign-in', '/forgot-password', '/reset-password?token=x']) {
      wrong.push(...(await wrongWith(mate, path, language)));
    }
    await mate.leave();
    expect(wrong).toEqual([]);
  });

  it.each(['hanh', 'lan', 'saray', 'minh', 'dat', 'vuth'])(
    'nothing on the screens of %s is cut, refused by its policy, or out of reach',
    async (key) => {
      const mate = await Deskmate.come(browser, newsroom.api.url);
      await shown.speaks(key, language);
      await mate.signIn(key, shown.password, shown.emailOf(key));
      const wrong: string[] = [];
      for (const path of shown.screensOf(key))
        wrong.push(...(await wrongWith(mate, path, language)));
      await mate.leave();
      expect(wrong).toEqual([]);
    },
    300_000,
  );
});
