import 'reflect-metadata';
import { given, Misused } from './arguments.js';
import { adminCreate } from './commands/admin-create.js';
import type { Command } from './commands/command.js';
import { demonstration } from './commands/demonstration.js';
import { doctor } from './commands/doctor.js';
import { glossaryStarter } from './commands/glossary-starter.js';
import { ledgerVerify } from './commands/ledger-verify.js';
import { migrate } from './commands/migrate.js';
import { peopleList } from './commands/people-list.js';
import { portalAccount } from './commands/portal-account.js';
import { searchRebuild } from './commands/search-rebuild.js';

const commands: readonly Command[] = [
  migrate,
  adminCreate,
  peopleList,
  portalAccount,
  glossaryStarter,
  searchRebuild,
  ledgerVerify,
  doctor,
  demonstration,
];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function help(): void {
  say('Mekong Desk: npm run cli -- <command>\n');
  for (const { words, help: what } of commands) say(`  ${words.padEnd(16)} ${what}`);
  say('\nThe database is the one of DATABASE_URL.');
}

async function main(): Promise<number> {
  const asked = given(process.argv.slice(2));
  const command = commands.find(({ words }) => words === asked.words.join(' '));
  if (!command) {
    help();
    return asked.flag('help') || asked.words.length === 0 ? 0 : 2;
  }
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Misused('DATABASE_URL is missing');
  return command.run(asked, { databaseUrl, variables: process.env, say });
}

try {
  process.exitCode = await main();
} catch (error) {
  const told =
    error instanceof Misused ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${told}\n`);
  process.exitCode = error instanceof Misused ? 2 : 1;
}
