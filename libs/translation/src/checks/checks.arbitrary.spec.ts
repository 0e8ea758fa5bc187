import { languages } from '@desk/languages';
import fc from 'fast-check';
import { checkSegment, defaultSettings } from './check-segment.js';
import type { SegmentPair } from './checked-pair.js';
import { findingKey, type Finding } from './finding.js';

const language = fc.constantFrom(...languages);
const scraps = [
  ...[
    'Hội nghị ',
    'và và ',
    'năm ',
    'hai triệu ',
    'ngày 09/5/2013',
    '1.000,5 ',
    '100 ngàn tỷ đồng',
  ],
  ...[
    '23/KH-UBND',
    ' The the ',
    'May 9, 2013 ',
    '5 km ',
    '$5',
    '2-1',
    '10:30 p.m. ',
    '"',
    '“',
    '»',
  ],
  ...[
    'ក្រុម',
    '្',
    'ា',
    '់់',
    'ា្ន',
    '\u200B',
    '។',
    '៖',
    '១.០០០,៥ ',
    'ថ្ងៃទី៩ ខែឧសភា ',
    ' ',
    '  ',
    '(',
    ']',
  ],
  ...[
    '⟨1⟩',
    '⟨/1⟩',
    '⟨2/⟩',
    '⟨⟨',
    '⟩',
    '<b>',
    '</b>',
    'https://baclieu.gov.vn/a?b=1',
    'a@b.vn',
    '.',
    '?',
  ],
  ...['./.', '\uFFFD', 'e\u0302\u0301', '\uD800', '\n', '\u0007', '…', 'Tôi nhớ '],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...scraps), { maxLength: 14 }).map((all) => all.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const anyPair: fc.Arbitrary<SegmentPair> = fc.record({
  source: text,
  target: text,
  sourceLanguage: language,
  targetLanguage: language,
  kind: fc.constantFrom('title' as const, 'seo_title' as const, 'paragraph' as const),
});

it('never throws, and every place lies in its text', () => {
  fc.assert(
    fc.property(anyPair, (pair) => {
      for (const { side, start, end, fix } of checkSegment(pair)) {
        const length = pair[side].length;
        expect(0 <= start && start <= end && end <= length).toBe(true);
        if (fix) {
          expect(0 <= fix.start && fix.start <= fix.end && fix.end <= pair.target.length).toBe(
            true,
          );
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

it('a fix takes its finding away', () => {
  const alike = (found: readonly Finding[], one: Finding) =>
    found.filter((other) => findingKey(other) === findingKey(one)).length;
  fc.assert(
    fc.property(anyPair, (pair) => {
      const found = checkSegment(pair);
      for (const finding of found) {
        const { fix } = finding;
        if (!fix) continue;
        const target = pair.target.slice(0, fix.start) + fix.text + pair.target.slice(fix.end);
        expect(alike(checkSegment({ ...pair, target }), finding)).toBeLessThan(
          alike(found, finding),
        );
      }
    }),
    { numRuns: 1_000 },
  );
});

it('what is switched off is silent', () => {
  const off = Object.fromEntries(Object.keys(defaultSettings).map((name) => [name, 'off']));
  fc.assert(fc.property(anyPair, (pair) => checkSegment(pair, off).length === 0));
});

/** What a careless pattern would read again and again. */
const longRuns = [
  ...['1', '1.', '1 000 ', '9/', '9/5/2013 ', '1/A-', '10:3', 'hai triệu ', 'a.', 'a@', 'Đ/', '-'],
  ...[
    'ក្',
    'ា',
    '្',
    '\u200B',
    'លាន',
    ' ',
    '\n',
    '⟨',
    '⟨1⟩',
    '<b',
    '{',
    '"',
    '(',
    'và và ',
    'e\u0301',
  ],
];

it('takes time in proportion to the text', () => {
  const slow: string[] = [];
  for (const scrap of longRuns) {
    const timed = (length: number): number => {
      const long = scrap.repeat(Math.ceil(length / scrap.length)).slice(0, length);
      const began = performance.now();
      checkSegment({
        source: `x${long}`,
        target: long,
        sourceLanguage: 'vi',
        targetLanguage: 'km',
      });
      checkSegment({
        source: `x${long}`,
        target: long,
        sourceLanguage: 'en',
        targetLanguage: 'vi',
      });
      return performance.now() - began;
    };
    timed(2_000);
    const took = timed(20_000);
    // A quadratic check would take a hundred times as long as for a tenth of the text.
    if (took > 20_000) slow.push(`${scrap}: ${took.toFixed(0)} ms`);
  }
  expect(slow).toEqual([]);
}, 60_000);
