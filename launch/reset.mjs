/** `npm run reset`: deletes the private newsroom, after asking. `-- --yes` does not ask. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { hold } from './lock.mjs';
import { dataFolder, runFolder } from './places.mjs';
import { Family } from './processes.mjs';
import { run, Stop } from './say.mjs';

await run(async () => {
  if (!existsSync(dataFolder)) {
    process.stdout.write('There is no private newsroom here.\n');
    return;
  }
  const letGo = hold(dataFolder);
  if (!process.argv.includes('--yes') && !(await agreed())) {
    letGo();
    throw new Stop('Nothing was deleted.');
  }
  await new Family(join(dataFolder, 'processes.json'), join(dataFolder, 'logs')).endLeftovers();
  rmSync(runFolder(dataFolder), { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
  process.stdout.write('The private newsroom is gone. `npm start` makes a new one.\n');
});

async function agreed() {
  if (!process.stdin.isTTY) return false;
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question(`Delete everything in ${dataFolder}? Type yes: `);
  ask.close();
  return answer.trim().toLowerCase() === 'yes';
}
