/**
 * `npm run evaluate`: how good the rules of language are, over real news and hand-made cases of
 * test/data. Prints a table; needs no server. `npm run evaluate -- checks` prints one part.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileBeside } from './measures.mjs';
import { build, ensurePackages } from './packages.mjs';
import { root } from './places.mjs';
import { Progress, run } from './say.mjs';

const progress = new Progress();
const compiled = join(root, `dist.evaluate-${process.pid}`);

await run(async () => {
  const clear = () => rmSync(compiled, { recursive: true, force: true });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      clear();
      process.exit(1);
    });
  }
  try {
    progress.step('installing npm packages');
    ensurePackages();
    progress.step('building');
    build();
    compileBeside(compiled, ['test/evaluate', 'test/bench', 'test/support']);
    progress.say('measuring');
    process.exitCode = await evaluate(process.argv.slice(2));
  } finally {
    clear();
  }
});

/** @param {readonly string[]} parts @returns {Promise<number>} */
function evaluate(parts) {
  return new Promise((resolve) => {
    const program = join(compiled, 'test/evaluate/main.js');
    const child = spawn(process.execPath, [program, ...parts], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
