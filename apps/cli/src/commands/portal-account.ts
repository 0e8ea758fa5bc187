import { Misused } from '../arguments.js';
import type { Command, Surroundings } from './command.js';
import { onServer } from './migrate.js';

/** All that readers are shown, and all that the portal may read. */
const publicTables = ['public_page', 'public_section', 'public_redirect', 'public_search'];

/** Makes the database account of the portal. */
export const portalAccount: Command = {
  words: 'portal-account',
  help: 'makes the database account `portal` with PORTAL_PASSWORD; it may read the public pages only',
  run: async (_given, surroundings) => {
    await madePortalAccount(surroundings);
    surroundings.say('The account `portal` may read the public pages and nothing else.');
    return 0;
  },
};

/** @throws Misused without PORTAL_PASSWORD */
export async function madePortalAccount({ databaseUrl, variables }: Surroundings): Promise<void> {
  const password = variables.PORTAL_PASSWORD;
  if (!password) throw new Misused('PORTAL_PASSWORD is missing');
  const url = new URL(databaseUrl);
  const database = decodeURIComponent(url.pathname.slice(1));
  const server = await onServer(url);
  try {
    for (const host of ['localhost', '%']) {
      await server.query('CREATE OR REPLACE USER ?@? IDENTIFIED BY ?', ['portal', host, password]);
      for (const table of publicTables) {
        await server.query('GRANT SELECT ON ??.?? TO ?@?', [database, table, 'portal', host]);
      }
    }
  } finally {
    await server.end();
  }
}
