import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../language.js';
import { resources } from '../resources.js';
import { hasText } from '../translate.js';

/** Every text of a language by its key; plural forms under the key they belong to. */
function textsOf(language: (typeof languages)[number]): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') found.set(key.replace(/_(one|other)$/, ''), value);
    else
      for (const [name, inner] of Object.entries(Object(value)))
        walk(inner, key ? `${key}.${name}` : name);
  };
  walk(resources[language], '');
  return found;
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\w+/g) ?? [])].sort();

describe('the texts of the interface', () => {
  const english = textsOf('en');

  it.each(languages)('are complete in %s, with the same placeholders', (language) => {
    const texts = textsOf(language);
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of texts) {
      expect({ key, holes: placeholders(text) }).toEqual({
        key,
        holes: placeholders(english.get(key) ?? ''),
      });
      expect(text.trim()).not.toBe('');
      expect(text).toBe(text.normalize('NFC'));
    }
  });

  it('are in Khmer where they are Khmer, and never in Khmer where they are not', () => {
    for (const [key, text] of textsOf('km')) {
      const words = text.replace(/\{\{.*?\}\}|\$t\(.*?\)/g, '');
      expect({ key, khmer: /\p{Script=Khmer}/u.test(words) }).toEqual({ key, khmer: true });
      expect({
        key,
        found: /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u.exec(words),
      }).toEqual({ key, found: null });
    }
    for (const language of ['vi', 'en'] as const) {
      for (const [key, text] of textsOf(language)) {
        expect({ key, khmer: /\p{Script=Khmer}/u.test(text) }).toEqual({ key, khmer: false });
      }
    }
  });

  it('are there for every code that is thrown anywhere', () => {
    const root = join(__dirname, '../../../..');
    const codes = new Set<string>();
    for (const folder of ['apps', 'libs']) {
      for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
        if (!/\.tsx?$/.test(file) || /\.spec\.tsx?$/.test(file)) continue;
        const source = readFileSync(join(root, folder, file), 'utf8');
        for (const [, code] of source.matchAll(/new [A-Z]\w+\(\s*'([a-z_]+\.[a-z_]+)'/g))
          codes.add(code ?? '');
        for (const [, code] of source.matchAll(/code: '([a-z_]+\.[a-z_]+)'/g))
          codes.add(code ?? '');
      }
    }
    expect(codes.size).toBeGreaterThan(80);
    for (const code of codes) {
      for (const language of languages) {
        expect({ code, language, told: hasText(`errors:${code}`, language) }).toMatchObject({
          told: true,
        });
      }
    }
  });
});
