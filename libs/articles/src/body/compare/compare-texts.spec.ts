import type { Language } from '@desk/languages';
import fc from 'fast-check';
import { compareTexts } from './compare-texts.js';
import { words } from './words.js';

const shown = (before: string, after: string, language: Language = 'vi') =>
  compareTexts(before, after, language)
    .map(({ op, text }) => (op === 'same' ? text : op === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

describe('compareTexts', () => {
  it.each([
    ['vi', 'Đoàn gồm 12 người.', 'Đoàn gồm 15 người.', 'Đoàn gồm [-12-]{+15+} người.'],
    ['vi', 'thông tin đối ngoại', 'thông tin đối nội', 'thông tin đối [-ngoại-]{+nội+}'],
    [
      'vi',
      'Sở Ngoại vụ phối hợp',
      'Ban Tuyên giáo phối hợp',
      '[-Sở Ngoại vụ-]{+Ban Tuyên giáo+} phối hợp',
    ],
    ['en', 'It did pass.', 'It did not pass.', 'It did {+not +}pass.'],
    [
      'km',
      'មនុស្សទាំងអស់កើតមកមានសេរីភាព',
      'មនុស្សទាំងអស់កើតមកមានសមភាព',
      'មនុស្សទាំងអស់កើតមកមាន[-សេរីភាព-]{+សមភាព+}',
    ],
    ['vi', '', 'mới', '{+mới+}'],
    ['vi', 'như cũ', 'như cũ', 'như cũ'],
    ['vi', '', '', ''],
  ] as const)('%s: %j to %j', (language, before, after, expected) => {
    expect(shown(before, after, language)).toBe(expected);
  });

  const piece = fc.constantFrom(
    'Bạc Liêu',
    ' ',
    'កម្ពុជា',
    'ស្ត្រី',
    '្',
    'ា',
    '\u200b',
    'ho\u0323',
    '😀',
    '.',
    '12.500',
  );
  const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

  it('loses nothing of either text, has no two neighbours alike, removes before it adds', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('vi' as const, 'en' as const, 'km' as const),
        (before, after, language) => {
          const parts = compareTexts(before, after, language);
          const joined = (not: string) =>
            parts
              .filter(({ op }) => op !== not)
              .map((part) => part.text)
              .join('');
          expect(joined('added')).toBe(before);
          expect(joined('removed')).toBe(after);
          for (const [index, { op }] of parts.entries()) {
            expect(parts[index + 1]?.op).not.toBe(op);
            if (op === 'added') expect(parts[index + 1]?.op).not.toBe('removed');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never cuts inside a cluster, also where a long text is cut into pieces', () => {
    const long = 'ស្ត្រីនិងបុរសមានសិទ្ធិស្មើគ្នា'.repeat(200);
    for (const token of words(long, 'km')) expect(token).not.toMatch(/^\p{M}|\u17d2$/u);
    fc.assert(
      fc.property(text, (any) => {
        const tokens = words(any, 'km');
        expect(tokens.join('')).toBe(any);
        for (const token of tokens.slice(1)) expect(token).not.toMatch(/^[\p{M}\udc00-\udfff]/u);
      }),
    );
  });

  it.each([
    ['vi', 'Bạc Liêu và các tỉnh bạn ', 'Đoàn đại biểu hữu nghị Kampot '],
    ['km', 'មនុស្សទាំងអស់', 'កើតមកមានសេរីភាព'],
    ['en', 'a', 'b'],
    ['km', '្', 'ា'],
  ] as const)('answers soon for 300,000 characters (%s)', (language, before, after) => {
    const started = performance.now();
    compareTexts(
      before.repeat(300_000 / before.length),
      after.repeat(300_000 / after.length),
      language,
    );
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});
