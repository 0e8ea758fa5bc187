import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { languages } from '@desk/languages';
import { kindsIn, pageOfKind } from '../support/page-kinds.js';
import { PublicSite } from '../support/public-site.js';
import { program } from './schemas.js';

let site: PublicSite;
let folder: string;
beforeAll(async () => {
  site = await PublicSite.open();
  folder = mkdtempSync(join(tmpdir(), 'desk-portal-'));
}, 180_000);
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const told = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      message: z.string(),
      url: z.string().optional(),
      extract: z.string().optional(),
    }),
  ),
});

/** How preact closes void elements: allowed, and remarked on each time. */
const remark = 'Trailing slash on void elements has no effect';

/** What the Nu HTML checker has against files, errors and warnings alike. */
function htmlComplaints(files: readonly string[]): string[] {
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const { out, said } = program('java', [
    ...['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always'],
    ...files,
  ]);
  if (!out.includes('"messages"')) throw new Error(`the checker did not judge: ${said}`);
  return told
    .parse(JSON.parse(out))
    .messages.filter(({ message }) => !message.startsWith(remark))
    .map(({ type, message, url, extract }) =>
      [type, url?.split('/').at(-1), message, extract?.replace(/\s+/g, ' ')].join(' | '),
    );
}

it('the checker finds what is wrong', () => {
  const wrong = join(folder, 'wrong.html');
  writeFileSync(wrong, '<!doctype html><html lang="vi"><title>x</title><p><div id=a></div id=a>');
  expect(htmlComplaints([wrong]).length).toBeGreaterThan(0);
});

it('every kind of page in three languages is valid HTML', async () => {
  const files: string[] = [];
  for (const language of languages) {
    for (const kind of kindsIn(language)) {
      const { body, headers } = await site.get(await pageOfKind(site, kind, language));
      expect([kind, headers['content-type']]).toEqual([kind, 'text/html; charset=utf-8']);
      const file = join(folder, `${kind}-${language}.html`);
      writeFileSync(file, body);
      files.push(file);
    }
  }
  expect(files.length).toBeGreaterThan(40);
  expect(htmlComplaints(files)).toEqual([]);
});

const data = join(__dirname, '../data/sitemap');
const ownSchema = (file: string): string => pathToFileURL(join(data, file)).href;

/** The schema of sitemaps.org with those of what it lets stand in a map. */
function schemaOfMaps(): string {
  const official = join(dirname(require.resolve('sitemap/package.json')), 'schema/sitemap.xsd');
  const parts = {
    'http://www.sitemaps.org/schemas/sitemap/0.9': pathToFileURL(official).href,
    'http://www.google.com/schemas/sitemap-news/0.9': ownSchema('news.xsd'),
    'http://www.w3.org/1999/xhtml': ownSchema('xhtml-link.xsd'),
  };
  const imports = Object.entries(parts).map(
    ([namespace, at]) => `<xs:import namespace="${namespace}" schemaLocation="${at}"/>`,
  );
  const path = join(folder, 'maps.xsd');
  writeFileSync(
    path,
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`,
  );
  return path;
}

/** What xmllint has against a text by a schema; empty when it is valid. */
function refused(schema: string, text: string): string {
  const file = join(folder, 'map.xml');
  writeFileSync(file, text);
  const { status, said } = program('xmllint', ['--noout', '--nonet', '--schema', schema, file]);
  return status === 0 ? '' : said;
}

it('the index and every map of the site keep to their schemas', async () => {
  const index = (await site.get('/sitemap.xml')).body;
  expect(refused(join(data, 'siteindex.xsd'), index)).toBe('');
  const maps = [...index.matchAll(/<loc>https:\/\/[^/]+([^<]+)<\/loc>/g)].map(([, at = '']) => at);
  expect(maps.length).toBeGreaterThan(1);
  const schema = schemaOfMaps();
  for (const map of [...maps, '/sitemaps/news.xml']) {
    const { body } = await site.get(map);
    expect(refused(schema, body)).toBe('');
    expect(
      refused(schema, body.replace('<loc>', '<place>').replace('</loc>', '</place>')),
    ).not.toBe('');
  }
});
