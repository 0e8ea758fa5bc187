import { z } from 'zod';
import { connect, databaseOptions, firstRow, SetClock, wholeNumber } from '@desk/database';
import { translate } from '@desk/languages';
import { Desk } from '../demonstration/desk.js';
import {
  administrator,
  colleagues,
  demonstrationPassword,
  emailOf,
} from '../demonstration/people.js';
import { playScenes } from '../demonstration/scenes.js';
import { localStories, Phrasebook, seedStory, worldStories } from '../demonstration/stories.js';
import { inNewsroom } from '../newsroom.js';
import type { Command } from './command.js';
import { migrated } from './migrate.js';
import { madePortalAccount } from './portal-account.js';

/** Readies a private newsroom: tables, the portal's account, and, when it is empty, the demonstration. */
export const demonstration: Command = {
  words: 'demonstration',
  help: 'fills an empty private newsroom with people, sections and articles; `npm start` calls it',
  run: async (_given, surroundings) => {
    const { databaseUrl, say } = surroundings;
    await migrated(surroundings);
    await madePortalAccount(surroundings);
    const { accounts, demonstrates } = await whoIsThere(databaseUrl);
    if (accounts === 0) await fill(databaseUrl);
    if (accounts === 0 || demonstrates) signIns(say);
    return 0;
  },
};

async function whoIsThere(databaseUrl: string) {
  const dataSource = await connect(databaseOptions(databaseUrl, 2));
  try {
    const found = await firstRow(
      dataSource,
      z.object({ accounts: wholeNumber, known: wholeNumber }),
      'SELECT COUNT(*) AS accounts, COUNT(IF(email = ?, 1, NULL)) AS known FROM account',
      [emailOf(administrator.key)],
    );
    return { accounts: found?.accounts ?? 0, demonstrates: (found?.known ?? 0) > 0 };
  } finally {
    await dataSource.destroy();
  }
}

async function fill(databaseUrl: string): Promise<void> {
  const now = new Date();
  const clock = new SetClock(now);
  const phrasebook = new Phrasebook([seedStory, ...localStories, ...worldStories]);
  await inNewsroom(
    databaseUrl,
    (newsroom) => playScenes(new Desk(newsroom, clock, phrasebook), now),
    clock,
  );
}

function signIns(say: (line: string) => void): void {
  say(`Sign in as one of these, all with the password ${demonstrationPassword}\n`);
  const all = [{ ...administrator, does: [{ role: 'administrator' as const }] }, ...colleagues];
  for (const { key, name, does } of all) {
    const roles = does.map(({ role, ...rest }) => {
      const language = 'language' in rest ? ` (${rest.language})` : '';
      return `${translate('en', `people:roles.${role}`)}${language}`;
    });
    say(`  ${emailOf(key).padEnd(30)} ${name.padEnd(20)} ${roles.join(', ')}`);
  }
}
