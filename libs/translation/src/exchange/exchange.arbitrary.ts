import fc from 'fast-check';
import { codeInCodeText, codeTokens, textInCodeText } from '../segments/code-text.js';
import { codeKinds, type ExchangeFile, type ExchangeUnit } from './exchange-file.js';

/** Text as people write it, and what trips readers: mark-up, spaces, placeholders, Khmer. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Tỉnh Bạc Liêu có 7 phường.',
        'ho\u0302\u0323i nghi\u0323',
        'ខ្ញុំ\u200Bនៅ\u200Bផ្ទះ។',
        'a < b && c > "d"',
        ']]>',
        '<!-- no -->',
        '⟨1⟩',
        '⟨',
        '⟩⟨',
        ' ',
        '  ',
        '\n',
        '\t',
        '\u00A0',
        '😀',
        '100 ngàn tỷ',
        '&amp;',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }).map(withoutControls),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
}

const said = words.map((text) => `x${text}x`);

type Token = string;
/** The written form of a text with codes: whole, crossed, doubled, torn. */
const codeText = (ids: readonly number[]) =>
  fc
    .array(
      fc.oneof(
        words.map((text): Token => textInCodeText(text)),
        fc
          .tuple(fc.constantFrom('open', 'close', 'lone'), fc.constantFrom(...ids))
          .map(([type, id]): Token =>
            codeInCodeText(type === 'open' ? 'open' : type === 'close' ? 'close' : 'lone', id),
          ),
      ),
      { maxLength: 8 },
    )
    .map((tokens) => tokens.join(''));

/** A text whose codes are whole, as a source's always are. */
const wholeText = (ids: readonly number[]) =>
  fc
    .tuple(fc.subarray([...ids]), fc.array(words, { minLength: 1, maxLength: 8 }))
    .map(([used, texts]) =>
      used.reduce(
        (inner, id, index) =>
          index % 3 === 2
            ? `${inner}${codeInCodeText('lone', id)}`
            : `${textInCodeText(texts[index] ?? '')}${codeInCodeText('open', id)}${inner}${codeInCodeText('close', id)}`,
        `x${textInCodeText(texts[0] ?? '')}`,
      ),
    );

const ids = [1, 2, 3, 4, 12];

const code = (id: number) =>
  fc.record({ id: fc.constant(id), kind: fc.constantFrom(...codeKinds), start: said, end: said });

const unit = (id: string): fc.Arbitrary<ExchangeUnit> =>
  fc
    .record({
      id: fc.constant(id),
      version: fc.option(fc.nat(1000)),
      kind: fc.constantFrom('', 'title', 'paragraph', 'list_item'),
      source: wholeText(ids),
      target: fc.oneof(wholeText(ids), codeText(ids)),
      state: fc.constantFrom('draft' as const, 'confirmed' as const, 'reviewed' as const),
      translatable: fc.boolean(),
      codes: fc.tuple(...ids.map(code)),
      notes: fc.array(
        fc.record({ text: said, from: fc.constantFrom('', 'biên tập', 'glossary') }),
        {
          maxLength: 2,
        },
      ),
      matches: fc.array(
        fc.record({
          source: wholeText(ids),
          target: wholeText(ids),
          score: fc.integer({ min: 1, max: 100 }),
          kind: fc.constantFrom('memory' as const, 'machine' as const, 'context' as const),
          origin: fc.constantFrom('', 'Bản tin "tháng 5"'),
        }),
        { maxLength: 2 },
      ),
      terms: fc.array(
        fc.record({
          source: said,
          translations: fc.array(
            fc.record({
              text: said,
              status: fc.constantFrom(
                'preferred' as const,
                'admitted' as const,
                'forbidden' as const,
              ),
            }),
            { minLength: 1, maxLength: 2 },
          ),
          definition: fc.oneof(fc.constant(''), said),
        }),
        { maxLength: 2 },
      ),
    })
    .map((made) => asWritten(made));

/**
 * What a file keeps: an untranslated unit has no other state; of a code what its source tells,
 * and of one that a draft invented that it is there.
 */
function asWritten(made: ExchangeUnit): ExchangeUnit {
  const standsIn = (text: string, id: number, ...types: ('open' | 'close' | 'lone')[]) =>
    codeTokens(text).some(
      (token) => token.type !== 'text' && token.id === id && types.includes(token.type),
    );
  return {
    ...made,
    state: made.target === '' ? 'untranslated' : made.state,
    codes: made.codes.flatMap((one) => {
      if (standsIn(made.source, one.id, 'open')) return [one];
      if (standsIn(made.source, one.id, 'lone')) return [{ ...one, end: '' }];
      const invented = standsIn(made.target, one.id, 'open', 'close', 'lone');
      return invented ? [{ id: one.id, kind: 'other' as const, start: '', end: '' }] : [];
    }),
    matches: made.matches.map((match) =>
      match.kind === 'context' && match.score === 100 ? { ...match, score: 101 } : match,
    ),
  };
}

export const anyExchangeFile: fc.Arbitrary<ExchangeFile> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) =>
    fc.record({
      original: fc.uuid(),
      revision: fc.uuid(),
      sourceLanguage: fc.constant('vi'),
      targetLanguage: fc.constantFrom('en', 'km'),
      units: fc.tuple(
        ...Array.from({ length: count }, (_, index) => unit(`018f-${String(index)}`)),
      ),
    }),
  );
