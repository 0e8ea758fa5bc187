import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const screens = join(process.cwd(), 'apps/newsroom/src');
const folders = readdirSync(screens, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isDirectory() && entry.name === 'texts')
  .map((entry) => join(entry.parentPath, entry.name));

interface Texts {
  readonly [key: string]: string | Texts;
}
const textsSchema: z.ZodType<Texts> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), textsSchema])),
);

function keysOf(texts: Texts, above = ''): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') keys.set(above + key, text);
    else for (const [below, one] of keysOf(text, `${above}${key}.`)) keys.set(below, one);
  }
  return keys;
}

const read = (folder: string, language: string): Map<string, string> =>
  keysOf(textsSchema.parse(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))));
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{[^}]+\}\}/g)].flat().sort();

it('finds the texts of the screens', () => {
  expect(folders.length).toBeGreaterThan(10);
});

describe.each(folders.map((folder) => folder.slice(screens.length + 1)))('%s', (name) => {
  const vi = read(join(screens, name), 'vi');
  it.each(['en', 'km'])(
    'says in %s all that it says in Vietnamese, of the same things',
    (other) => {
      const texts = read(join(screens, name), other);
      expect([...texts.keys()].sort()).toEqual([...vi.keys()].sort());
      for (const [key, text] of texts) {
        expect(text.trim()).not.toBe('');
        expect([key, placeholders(text)]).toEqual([key, placeholders(vi.get(key) ?? '')]);
      }
    },
  );
  it('is in NFC, and Khmer is written in Khmer', () => {
    for (const language of ['vi', 'en', 'km']) {
      for (const text of read(join(screens, name), language).values()) {
        expect(text.normalize('NFC')).toBe(text);
      }
    }
    for (const [key, text] of read(join(screens, name), 'km')) {
      if (text === vi.get(key)) continue;
      expect([key, /[\u1780-\u17ff]/.test(text)]).toEqual([key, true]);
    }
  });
});
