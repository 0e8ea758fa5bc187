import { z } from 'zod';
import { connect, databaseOptions, rows } from '@desk/database';
import type { Command } from './command.js';

const personSchema = z.object({
  email: z.string(),
  name: z.string(),
  status: z.string(),
  roles: z.string().nullable(),
});

/** Who has an account, and what they are. */
export const peopleList: Command = {
  words: 'people list',
  help: 'lists the accounts with their roles [--json]',
  run: async (given, { databaseUrl, say }) => {
    const dataSource = await connect(databaseOptions(databaseUrl, 2));
    try {
      const people = await rows(
        dataSource,
        personSchema,
        `SELECT a.email, a.name, a.status,
           GROUP_CONCAT(DISTINCT g.role ORDER BY g.role SEPARATOR ', ') AS roles
         FROM account a LEFT JOIN role_grant g ON g.account_id = a.id
         GROUP BY a.id ORDER BY a.name`,
      );
      if (given.flag('json')) say(JSON.stringify(people, null, 2));
      else
        for (const { email, name, status, roles } of people)
          say([email, name, status, roles ?? ''].join('\t'));
      return 0;
    } finally {
      await dataSource.destroy();
    }
  },
};
