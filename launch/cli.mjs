/**
 * `npm run cli -- <command>`: administration. Without DATABASE_URL it speaks to the private
 * newsroom of `npm start`, which must be running.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, root, runFolder } from './places.mjs';
import { run, Stop } from './say.mjs';
import { databaseAt } from './servers.mjs';

await run(async () => {
  const main = join(root, 'dist/apps/cli/src/main.js');
  if (!existsSync(main)) throw new Stop('Not built yet: run `npm start` or `npm run build` first.');
  const child = spawn(process.execPath, [main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...own(), ...process.env },
  });
  child.once('exit', (code) => process.exit(code ?? 1));
});

/** @returns {NodeJS.ProcessEnv} */
function own() {
  if (process.env.DATABASE_URL !== undefined || !existsSync(dataFolder)) return {};
  const place = runFolder(dataFolder);
  return {
    DATABASE_URL: databaseAt(join(place, 'm.sock'), 'mekong_desk'),
    REDIS_URL: `unix://${join(place, 'r.sock')}`,
  };
}
