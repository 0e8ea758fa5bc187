/**
 * `npm run build`: compiles the processes, libraries and config to dist/, and the newsroom's
 * screens to dist/newsroom. Types are checked apart, by `npm run typecheck`.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeClient } from './client.mjs';
import { compile } from './compile.mjs';
import { buildNewsroom } from './newsroom.mjs';
import { root } from './places.mjs';

const dist = join(root, 'dist');
const making = join(root, `dist.making-${process.pid}`);
const compiled = compile(making);
if (compiled !== 0) fail(compiled);
await writeClient(join(making, 'openapi.json'));
const built = buildNewsroom(join(making, 'newsroom'), join(dist, 'newsroom'));
if (built !== 0) fail(built);

// Built beside and put in its place whole: what runs from dist/ meanwhile finds its files.
const old = join(root, `dist.old-${process.pid}`);
if (existsSync(dist)) renameSync(dist, old);
renameSync(making, dist);
rmSync(old, { recursive: true, force: true });

/** @param {number} status @returns {never} */
function fail(status) {
  rmSync(making, { recursive: true, force: true });
  process.exit(status);
}
