import type { INestApplicationContext } from '@nestjs/common';
import { SearchIndex } from '@desk/publishing';
import { inNewsroom } from '../newsroom.js';
import type { Command } from './command.js';

const PROGRESS = 1_000;

/** Makes the index of the portal's search anew, from the public pages. */
export const searchRebuild: Command = {
  words: 'search rebuild',
  help: 'makes the index of the portal’s search anew; readers go on searching meanwhile',
  run: async (_given, { databaseUrl, say }) => {
    const told = (done: number): void => {
      if (done > 0 && done % PROGRESS === 0) say(`${done} pages …`);
    };
    const done = await inNewsroom(databaseUrl, (newsroom) => index(newsroom).rebuild(told));
    say(`The search knows ${done} pages.`);
    return 0;
  },
};

/** Indexes what became public before there was an index. */
export const searchFilled = (databaseUrl: string): Promise<number> =>
  inNewsroom(databaseUrl, (newsroom) => index(newsroom).fill());

const index = (newsroom: INestApplicationContext): SearchIndex => newsroom.get(SearchIndex);
