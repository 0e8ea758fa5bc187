import { connect, databaseOptions } from '@desk/database';
import { verifyLedger } from '@desk/ledger';
import type { Command } from './command.js';

/** Recomputes the chain of hashes over the ledger (guarantee G). */
export const ledgerVerify: Command = {
  words: 'ledger verify',
  help: 'recomputes the seals of the ledger; exit code 1 when something was altered',
  run: async (_given, { databaseUrl, say }) => {
    const dataSource = await connect(databaseOptions(databaseUrl, 2));
    try {
      const { blocks, entries, breaks } = await verifyLedger(dataSource);
      say(`${blocks} sealed blocks, ${entries} entries, ${breaks.length} breaks`);
      for (const { block, what } of breaks) say(`block ${block}: ${what}`);
      return breaks.length === 0 ? 0 : 1;
    } finally {
      await dataSource.destroy();
    }
  },
};
