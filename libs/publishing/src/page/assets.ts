import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A file that pages refer to, kept in memory. */
export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  /** Compressed once; only for what compresses. */
  readonly brotli?: Buffer;
}

/** The fonts that are served, and nothing else of their packages. */
const fonts: readonly (readonly [packageName: string, file: string])[] = [
  ...['latin', 'latin-ext', 'vietnamese'].flatMap((subset) =>
    ['400-normal', '400-italic', '700-normal'].map(
      (style) => ['@fontsource/be-vietnam-pro', `be-vietnam-pro-${subset}-${style}.woff2`] as const,
    ),
  ),
  ['@fontsource-variable/noto-sans-khmer', 'noto-sans-khmer-khmer-wght-normal.woff2'],
];

/** The files by their public path. Paths of styles and pictures change with their content. */
export interface Assets {
  readonly byPath: ReadonlyMap<string, Asset>;
  readonly stylesheet: string;
  readonly emblem: string;
  /** Shows what is found while one types. */
  readonly searchScript: string;
}

/** Beside the code, also when it is compiled: the style sheets and the emblem. */
const folder = join(import.meta.dirname, 'assets');

/** Reads all assets; `at` is the path under which they are served. */
export function readAssets(at = '/assets'): Assets {
  const byPath = new Map<string, Asset>();
  const require = createRequire(join(folder, 'assets.js'));
  for (const [packageName, file] of fonts) {
    const packaged = require.resolve(`${packageName}/files/${file}`);
    byPath.set(`${at}/${file}`, { type: 'font/woff2', bytes: readFileSync(packaged) });
  }
  const named = (file: string, type: string): string => {
    const bytes = readFileSync(join(folder, file));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const path = `${at}/${file.replace('.', `-${hash}.`)}`;
    byPath.set(path, { type, bytes, brotli: brotliCompressSync(bytes) });
    return path;
  };
  return {
    byPath,
    stylesheet: named('portal.css', 'text/css; charset=utf-8'),
    emblem: named('emblem.svg', 'image/svg+xml'),
    searchScript: named('search.js', 'text/javascript; charset=utf-8'),
  };
}
