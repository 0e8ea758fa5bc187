import { highlighted, snippet } from './highlight.js';
import { plainText } from './plain-text.js';
import { readQuery } from './query.js';

/** The text with brackets around what is marked. */
const marked = (text: string, typed: string): string =>
  highlighted(text, readQuery(typed))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');
const passage = (text: string, typed: string): string =>
  snippet(text, readQuery(typed))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

it.each([
  ['Triển lãm vì hòa bình', 'hoa binh', 'Triển lãm vì [hòa bình]'],
  ['Triển lãm vì hòa bình', 'hoà', 'Triển lãm vì [hòa] bình'],
  ['Hoà giải', 'hòa', '[Hoà] giải'],
  ['Đua ghe Ngo ở Sóc Trăng', 'soc tra', 'Đua ghe Ngo ở [Sóc Trăng]'],
  ['hoa, bình', 'hoa binh', '[hoa], [bình]'],
  ['23/KH-UBND', 'kh ubnd', '23/[KH]-[UBND]'],
  ['ឆ្នាំ២០២០', '2020', 'ឆ្នាំ[២០២០]'],
  ['រវាងវៀតណាមនិងកម្ពុជា', 'វៀតណាម', 'រវាង[វៀតណាម]និងកម្ពុជា'],
  ['រវាងវៀត\u200Bណាមនិង', 'វៀតណាម', 'រវាង[វៀត\u200Bណាម]និង'],
  ['ទូកង', 'ទ', '[ទូ]កង'],
  ['ខ្មែរ', 'ខ', '[ខ្មែ]រ'],
  ['', 'hoa', ''],
  ['<b>hoa</b>', 'hoa', '<b>[hoa]</b>'],
])('%s, sought %s: %s', (text, typed, expected) => {
  expect(marked(text, typed)).toBe(expected);
});

it('loses no letter', () => {
  const text = 'Ông Sơn Thị Sa Rây — ពិធីបុណ្យអុំទូក — 🙂 e\u0301';
  for (const typed of ['', 'son', 'ទូ', 'son sa ពិធី', '"sa ray"']) {
    const parts = highlighted(text, readQuery(typed));
    expect(parts.map((part) => part.text).join('')).toBe(text);
  }
});

it('a passage is where most of the words stand together, and cuts no word', () => {
  const filler = 'Phần này nói về chuyện khác. '.repeat(30);
  const text = `${filler}hòa một mình. ${filler}hòa bình và hữu nghị. ${filler}`;
  const cut = passage(text, 'hòa bình hữu nghị');
  expect(cut).toContain('[hòa bình] và [hữu nghị]');
  expect(cut).toMatch(/^… \S.*\S …$/u);
  expect(cut.length).toBeLessThan(320);
  for (const word of cut
    .replace(/[[\]…]/g, '')
    .trim()
    .split(' '))
    expect(text).toContain(word);
});

it('a passage of Khmer begins and ends with whole letters', () => {
  const text = 'ក្រុងព្រះសីហនុជាខេត្តមួយ'.repeat(60).replace(/$/, 'វៀតណាម');
  const cut = passage(text, 'វៀតណាម');
  expect(cut).toMatch(/^… [\u1780-\u17B3]/u);
  expect(cut).toContain('[វៀតណាម]');
  expect(passage(text, 'ក្រុង')).not.toMatch(/\u17D2 …$/u);
});

it('the words of a page are those of its text', () => {
  expect(
    plainText(
      '<h2>Hữu nghị &amp; hợp tác</h2>\n<p>Bạc <strong>L</strong>iêu<sup class="footnote"><a href="#fn-1" role="doc-noteref">1</a></sup><br>xa</p>' +
        '<ul><li>a</li><li>b</li></ul><section role="doc-endnotes"><ol><li>Theo <a href="#x" role="doc-backlink">↩</a></li></ol></section>',
    ),
  ).toBe('Hữu nghị & hợp tác Bạc Liêu xa a b Theo');
});
