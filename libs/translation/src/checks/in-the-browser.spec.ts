import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Every file that the checks import, and what those import, by path. */
function imported(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)[^;]*?from '([^']+)'/gms,
  )) {
    const lib = /^@desk\/([a-z]+)$/.exec(from)?.[1];
    if (lib) imported(join(__dirname, '../../..', lib, 'src/index.ts'), seen);
    else if (from.startsWith('.'))
      imported(resolve(dirname(file), from.replace(/\.js$/, '.ts')), seen);
    else seen.add(from);
  }
  return seen;
}

it('the checks run in a browser: nothing of Node stands behind them', () => {
  const all = [...imported(join(__dirname, 'index.ts'))];
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter((name) => !name.startsWith('/')).sort()).toEqual(['i18next', 'zod']);
});
