import { Concepts } from '@desk/translation';
import { inNewsroom } from '../newsroom.js';
import type { Command } from './command.js';

/** Gives the glossary the concepts that every newsroom of the region begins with. */
export const glossaryStarter: Command = {
  words: 'glossary starter',
  help: 'adds the starter concepts that the glossary never had; changes nothing else',
  run: async (_given, { databaseUrl, say }) => {
    const added = await inNewsroom(databaseUrl, (newsroom) =>
      newsroom.get(Concepts).loadStarter(null),
    );
    say(added === 0 ? 'The glossary has them all.' : `${added} concepts are new.`);
    return 0;
  },
};
