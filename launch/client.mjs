/**
 * `npm run client`: writes the types of the newsroom's API client from the description of the
 * API, when the API has changed since. They are made, not kept: the API is their only source.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { compile } from './compile.mjs';
import { fingerprint } from './fingerprint.mjs';
import { root } from './places.mjs';

const types = join(root, 'apps/newsroom/src/api/schema.d.ts');
const mark = join(root, 'node_modules/.cache/newsroom-client');

/** Writes the types from an openapi.json. @param {string} openapi */
export async function writeClient(openapi) {
  const text = astToString(await openapiTypescript(pathToFileURL(openapi)));
  const told = `// Made from the description of the API by \`npm run client\`.\n\n${text}`;
  if (existsSync(types) && readFileSync(types, 'utf8') === told) return;
  writeFileSync(types, told);
}

/** Writes the types unless they are of the API as it is now. */
async function keepClient() {
  const madeOf = fingerprint(['apps/api', 'libs', 'config', 'package-lock.json']);
  const current = existsSync(mark) && readFileSync(mark, 'utf8') === madeOf;
  if (current && existsSync(types)) return;
  const folder = join(root, `dist.client-${process.pid}`);
  try {
    const status = compile(folder);
    if (status !== 0) process.exit(status);
    await writeClient(join(folder, 'openapi.json'));
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, madeOf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await keepClient();
