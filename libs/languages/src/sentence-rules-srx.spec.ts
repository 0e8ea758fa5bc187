import {
  boundaryScores,
  newsParagraphs,
  type TestLanguage,
} from '../../../test/bench/sentence-scores.js';
import { sentenceRulesSrx } from './sentence-rules-srx.js';

const none = { vi: [], en: [], km: [] };
const names = { vi: 'Vietnamese', en: 'English', km: 'Khmer' } as const;

interface Rule {
  readonly breaks: boolean;
  readonly before: RegExp;
  readonly after: RegExp;
}

/** As another tool reads the file: rules by language, patterns as they are written. */
function rulesIn(srx: string, language: TestLanguage): Rule[] {
  const [, part = ''] = srx.split(`<languagerule languagerulename="${names[language]}">`);
  const [own = ''] = part.split('</languagerule>');
  const text = (xml: string) =>
    xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const flags = (pattern: string) => (pattern.includes('(?i:') ? 'iu' : 'u');
  const plain = (pattern: string) => pattern.replaceAll('(?i:', '(?:');
  return [
    ...own.matchAll(
      /<rule break="(yes|no)"><beforebreak>(.*?)<\/beforebreak><afterbreak>(.*?)<\/afterbreak>/g,
    ),
  ].map(([, breaks, before = '', after = '']) => ({
    breaks: breaks === 'yes',
    before: new RegExp(`(?:${plain(text(before))})$`, flags(before)),
    after: new RegExp(`^(?:${plain(text(after))})`, flags(after)),
  }));
}

/** As SRX asks: at each place the first rule whose two sides fit decides. */
function cut(rules: readonly Rule[], text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 1; at < text.length; at += 1) {
    if (!/[.!?…។៕៘៚\n"'”’»)\]}]/.test(text[at - 1] ?? '')) continue;
    const [before, after] = [text.slice(Math.max(0, at - 90), at), text.slice(at, at + 60)];
    if (!rules.find((rule) => rule.before.test(before) && rule.after.test(after))?.breaks) continue;
    pieces.push(text.slice(from, at));
    from = at;
  }
  return [...pieces, text.slice(from)];
}

describe('the sentence rules as SRX', () => {
  it.each(['en', 'vi', 'km'] as const)('cut news in %s as our own do, nearly', (language) => {
    const rules = rulesIn(sentenceRulesSrx(none), language);
    expect(rules.length).toBeGreaterThan(10);
    const split = (text: string) => cut(rules, text);
    expect(boundaryScores(newsParagraphs(language), language, split).f1).toBeGreaterThan(0.96);
  });

  it('hold the abbreviations of the newsroom', () => {
    const text = 'Gặp Tr.Phòng. Lan. Rồi về.';
    expect(cut(rulesIn(sentenceRulesSrx(none), 'vi'), text)).toHaveLength(3);
    const own = sentenceRulesSrx({ ...none, vi: ['Tr.Phòng', 'A&B<C>'] });
    expect(cut(rulesIn(own, 'vi'), text)).toEqual(['Gặp Tr.Phòng. Lan.', ' Rồi về.']);
    expect(own).toContain('A&amp;B&lt;C&gt;');
  });
});
