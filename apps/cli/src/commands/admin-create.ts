import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { NewsroomError } from '@desk/errors';
import { isLanguage, translate } from '@desk/languages';
import { Accounts } from '@desk/people';
import { Misused } from '../arguments.js';
import { inNewsroom } from '../newsroom.js';
import type { Command } from './command.js';

/** The first administrator of an empty newsroom; the password is asked for, or ADMIN_PASSWORD. */
export const adminCreate: Command = {
  words: 'admin create',
  help: 'makes the first administrator: --email --name [--language vi|en|km], password asked for or in ADMIN_PASSWORD',
  run: async (given, { databaseUrl, variables, say }) => {
    const email = given.option('email');
    const name = given.option('name');
    const language = given.option('language') ?? 'vi';
    if (!email || !name) throw new Misused('admin create needs --email and --name');
    if (!isLanguage(language)) throw new Misused(`--language is vi, en or km, not ${language}`);
    const password = variables.ADMIN_PASSWORD ?? (await askedPassword());
    try {
      await inNewsroom(databaseUrl, (newsroom) =>
        newsroom.get(Accounts).createFirstAdministrator({ email, name, language, password }),
      );
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      say(translate(language, `errors:${error.code}`, error.facts));
      return 1;
    }
    say(`${name} <${email}> is the administrator and can sign in.`);
    return 0;
  },
};

/** Reads a line without showing it. */
async function askedPassword(): Promise<string> {
  if (!process.stdin.isTTY) throw new Misused('give the password in ADMIN_PASSWORD');
  process.stderr.write('Password: ');
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const ask = createInterface({ input: process.stdin, output: unseen, terminal: true });
  const password = await ask.question('');
  ask.close();
  process.stderr.write('\n');
  return password;
}
