import fc from 'fast-check';
import { codeInCodeText, codeTokens, textInCodeText } from '../segments/index.js';
import { fromTags, toTags, type TagStyle } from './tagged-text.js';

const html: TagStyle = { pair: 'span', lone: 'img', closesEmpty: false, answersUnescaped: false };
const xml: TagStyle = { pair: 'g', lone: 'x', closesEmpty: true, answersUnescaped: false };

const words = fc.oneof(
  fc.constantFrom(
    'Hội đua ghe ngo',
    'បុណ្យអុំទូក',
    'a < b & "c"',
    '⟨',
    '&lt;b&gt;',
    '<span id="1">',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
/** Words, a mark around parts, or something between words. */
interface Part {
  readonly text?: string;
  readonly parts?: readonly Part[];
}
const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small' },
    words.map((text) => ({ text })),
    fc.constant({}),
    fc.array(tie('part'), { maxLength: 4 }).map((parts) => ({ parts })),
  ),
}));
const codeText = fc.array(part, { maxLength: 5 }).map((parts) => {
  let id = 0;
  const written = (one: Part): string => {
    if (one.text !== undefined) return textInCodeText(one.text);
    id += 1;
    const own = id;
    if (!one.parts) return codeInCodeText('lone', own);
    const inside = one.parts.map(written).join('');
    return codeInCodeText('open', own) + inside + codeInCodeText('close', own);
  };
  return parts.map(written).join('');
});

describe('codes as tags', () => {
  it('come back as they were, whatever the text', () => {
    fc.assert(
      fc.property(codeText, fc.constantFrom(html, xml), (text, style) => {
        expect(codeTokens(fromTags(toTags(text, style), style) ?? '')).toEqual(codeTokens(text));
      }),
    );
  });

  it('may move, and stand for what they stood for', () => {
    expect(toTags('⟨1⟩Đua ghe⟨/1⟩ ở Sóc Trăng⟨2/⟩.', html)).toBe(
      '<span id="1">Đua ghe</span> ở Sóc Trăng<img id="2">.',
    );
    expect(fromTags("ការប្រណាំងទូក<img id=2/> <SPAN id='1'>នៅខេត្តសុកត្រាំង</SPAN>", html)).toBe(
      'ការប្រណាំងទូក⟨2/⟩ ⟨1⟩នៅខេត្តសុកត្រាំង⟨/1⟩',
    );
    expect(fromTags('<g id="1">It&#39;s</g> A &amp; B<x id="2"></x>', xml)).toBe(
      "⟨1⟩It's⟨/1⟩ A & B⟨2/⟩",
    );
  });

  it('are whole where half of a pair is in another segment', () => {
    const cut = 'rằng ⟨1⟩hội đua ⟨2⟩lớn⟨/2⟩';
    expect(toTags(cut, xml)).toBe('rằng <x id="1o"/>hội đua <g id="2">lớn</g>');
    expect(fromTags(toTags(cut, xml), xml)).toBe(cut);
    expect(fromTags(toTags('đó⟨/1⟩.', html), html)).toBe('đó⟨/1⟩.');
  });

  it.each([
    ['another tag', 'a <b>boat</b>'],
    ['a tag without its number', 'a <span>boat</span>'],
    ['one that is not closed', 'a <span id="1">boat'],
    ['one that is closed twice', 'a <span id="1">boat</span></span>'],
    ['a script', '<script>alert(1)</script>'],
  ])('are given up where the engine wrote %s', (_, answer) => {
    expect(fromTags(answer, html)).toBeNull();
  });

  it('leave room for an element of the engine around a term, never across a mark', () => {
    const term = (start: number, end: number) => ({ start, end, open: '<t>', close: '</t>' });
    expect(toTags('⟨1⟩UBND⟨/1⟩ tỉnh⟨2/⟩ An Giang', xml, [term(0, 4), term(11, 19)])).toBe(
      '<g id="1"><t>UBND</t></g> tỉnh<x id="2"/> <t>An Giang</t>',
    );
    expect(toTags('⟨1⟩UBND⟨/1⟩ tỉnh', xml, [term(0, 9)])).toBe('<g id="1">UBND</g> tỉnh');
  });

  it('are read in a time that grows with the text', () => {
    for (const hostile of [
      '<span '.repeat(40_000),
      '<span id="1"'.repeat(20_000),
      '&#'.repeat(90_000),
    ]) {
      const begun = performance.now();
      fromTags(hostile, html);
      expect(performance.now() - begun).toBeLessThan(60_000);
    }
  });
});
