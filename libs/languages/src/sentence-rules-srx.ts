import { languages } from './language.js';
import { abbreviationRule, type SentenceRule, sentenceRules } from './sentence-rules.js';

const NAMES = { vi: 'Vietnamese', en: 'English', km: 'Khmer' } as const;
const PATTERNS = { vi: '(vi|VI).*', en: '(en|EN).*', km: '(km|KM).*' } as const;
const ended = String.raw`[.!?…‼⁇⁈⁉。！？។៕៘៚]["'”’»)\]}›]*`;

/**
 * The sentence rules as an SRX 2.0 file, for tools that cut texts themselves. Its patterns see
 * the text and not the sentence: where a rule asks for the beginning of the sentence, the pattern
 * asks for the beginning of the text.
 */
export function sentenceRulesSrx(
  abbreviations: Readonly<Record<keyof typeof sentenceRules, readonly string[]>>,
): string {
  const rules = languages.map((language) => {
    const own = abbreviations[language];
    const all = [...(own.length > 0 ? [abbreviationRule(own)] : []), ...sentenceRules[language]];
    const ends = [
      rule(true, String.raw`[\n\r\u2028\u2029]`, ''),
      ...all.map(written),
      rule(true, ended, String.raw`[\s\u200B]+`),
      ...(language === 'km' ? [rule(true, String.raw`[។៕៘៚]["'”’»)\]}›]*`, '')] : []),
    ];
    return `<languagerule languagerulename="${NAMES[language]}">\n${ends.join('\n')}\n</languagerule>`;
  });
  const maps = languages.map(
    (language) =>
      `<languagemap languagepattern="${PATTERNS[language]}" languagerulename="${NAMES[language]}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<srx xmlns="http://www.lisa.org/srx20" version="2.0">',
    '<header segmentsubflows="yes" cascade="no">',
    '<formathandle type="start" include="no"/>',
    '<formathandle type="end" include="yes"/>',
    '<formathandle type="isolated" include="yes"/>',
    '</header>',
    '<body>',
    '<languagerules>',
    ...rules,
    '</languagerules>',
    '<maprules>',
    ...maps,
    '</maprules>',
    '</body>',
    '</srx>',
    '',
  ].join('\n');
}

/** What stands before a break ends there, what stands after it begins behind white space. */
function written({ breaks, before, after }: SentenceRule): string {
  const head = before === undefined ? ended : grouped(before, before.source.replaceAll(END, ''));
  const tail = after === undefined ? '' : grouped(after, after.source.replace(/^\^/, ''));
  return rule(breaks, head, String.raw`[\s\u200B]+` + tail);
}

const END = /(?<!\\)\$/g;

const grouped = (pattern: RegExp, source: string): string =>
  `(?${pattern.flags.includes('i') ? 'i' : ''}:${source})`;

const rule = (breaks: boolean, before: string, after: string): string =>
  `<rule break="${breaks ? 'yes' : 'no'}"><beforebreak>${xml(before)}</beforebreak><afterbreak>${xml(after)}</afterbreak></rule>`;

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
