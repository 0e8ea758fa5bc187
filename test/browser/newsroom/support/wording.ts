import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '@desk/languages';

const own = ['workflow', 'people'];
const textsSchema = z.record(z.string(), z.unknown());

/** The words of the screens as somebody reads them: `say('board:bulk.due', { count: 2 })`. */
export function wordsIn(language: Language) {
  return (key: string, facts: Readonly<Record<string, string | number>> = {}): string => {
    const [screen = '', path = ''] = key.split(':');
    const file = own.includes(screen)
      ? `libs/languages/src/locales/${language}/${screen}.json`
      : `apps/newsroom/src/${screen}/texts/${language}.json`;
    let found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    for (const step of path.split('.')) found = textsSchema.parse(found)[step];
    const text = z.string().parse(found);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''));
  };
}
