import { readFileSync } from 'node:fs';
import type { Block } from '@desk/contracts';
import { bodyFromHtml, bodyFromText, bodyToHtml, bodyToText } from '../index.js';

const blocks = (html: string): Block[] => bodyFromHtml(html).body.content;
/** What an import gives, shown as our own HTML: short to write and to read. */
const cleaned = (html: string): string => bodyToHtml(bodyFromHtml(html).body, { language: 'vi' });

describe('paragraphs and headings', () => {
  it.each([
    [
      'a div in a div is a paragraph',
      '<div><div>Một</div><div>Hai<div>Ba</div></div></div>',
      '<p>Một</p>\n<p>Hai</p>\n<p>Ba</p>',
    ],
    ['loose text too', 'Một<p>Hai</p>Ba', '<p>Một</p>\n<p>Hai</p>\n<p>Ba</p>'],
    [
      'two line breaks part paragraphs',
      'Một<br>\n<br/>&nbsp;<br>Hai<br>Ba',
      '<p>Một</p>\n<p>Hai<br>Ba</p>',
    ],
    [
      'white space is one space',
      '<p>\n  Bạc&nbsp; \t<b> Liêu </b> </p><p>&nbsp;</p>',
      '<p>Bạc <strong>Liêu</strong></p>',
    ],
    ['zero-width spaces stay', '<p>ប្រទេស\u200bកម្ពុជា\ufeff</p>', '<p>ប្រទេស\u200bកម្ពុជា</p>'],
    ['decomposed text is composed', '<p>ho\u0302\u0323i</p>', '<p>hội</p>'],
    [
      'headings begin at 2',
      '<p>a</p><h1>A</h1><h3><b>B</b></h3><h6>C</h6>',
      '<p>a</p>\n<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>',
    ],
    ['preformatted lines keep their breaks', '<pre>a\nb</pre>', '<p>a<br>b</p>'],
    [
      'raised and lowered digits stay readable',
      '<p>5 km<sup>2</sup>, H<sub>2</sub>O, 1<sup>st</sup></p>',
      '<p>5 km², H₂O, 1st</p>',
    ],
  ])('%s', (_, html, expected) => {
    expect(cleaned(html)).toBe(expected);
  });

  it('takes the first h1 as the title, else the title of the page', () => {
    expect(
      bodyFromHtml('<title>Cổng thông tin</title><h1>Hữu <b>nghị</b></h1><p>x</p>').title,
    ).toBe('Hữu nghị');
    expect(bodyFromHtml('<title> Cổng\nthông tin </title><p>x</p><h1>y</h1>').title).toBe(
      'Cổng thông tin',
    );
    expect(bodyFromHtml('<p>x</p>').title).toBeUndefined();
  });
});

describe('marks', () => {
  it.each([
    [
      'old tags',
      '<font color=red><b>đậm</b></font> <i>nghiêng</i>',
      '<p><strong>đậm</strong> <em>nghiêng</em></p>',
    ],
    [
      'styles',
      '<span style="font-weight:700">a</span><span style="FONT-STYLE: italic">b</span>',
      '<p><strong>a</strong><em>b</em></p>',
    ],
    [
      'Google Docs wraps all in a b that is not bold',
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">a</span><span style="font-weight:700">b</span></p></b>',
      '<p>a<strong>b</strong></p>',
    ],
    [
      'neighbours are one',
      '<p><b>a</b><b>b</b><span> </span><span>c</span></p>',
      '<p><strong>ab</strong> c</p>',
    ],
    [
      'links',
      '<a href=" https://a.example/x y?q=1&amp;r=2 " title="Đây">x</a>',
      '<p><a href="https://a.example/x%20y?q=1&amp;r=2" title="Đây" rel="external noopener noreferrer">x</a></p>',
    ],
    [
      'addresses without a scheme',
      '<a href="//a.example/">x</a> <a href="www.a.example">y</a>',
      '<p><a href="https://a.example/" rel="external noopener noreferrer">x</a> <a href="https://www.a.example" rel="external noopener noreferrer">y</a></p>',
    ],
  ])('%s', (_, html, expected) => {
    expect(cleaned(html)).toBe(expected);
  });
});

describe('lists', () => {
  it.each([
    [
      'nested, with numbers',
      '<ol start=3><li>a<ul><li>b</ul><li>c</ol>',
      '<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>',
    ],
    [
      'a list straight in a list belongs to the item before',
      '<ul><li>a</li><ul><li>b</li></ul></ul>',
      '<ul><li>a<ul><li>b</li></ul></li></ul>',
    ],
    ['empty items go', '<ul><li>&nbsp;</li><li>a</li></ul><ul></ul>', '<ul><li>a</li></ul>'],
    [
      'a picture in a list comes after it',
      '<ul><li>a<img src=/m/1.jpg alt=x></li><li>b</li></ul>',
      '<ul><li>a</li><li>b</li></ul>\n<figure><img src="/m/1.jpg" alt="x" loading="lazy"></figure>',
    ],
  ])('%s', (_, html, expected) => {
    expect(cleaned(html)).toBe(expected);
  });

  it('nests at most five deep and says so', () => {
    const { body, dropped } = bodyFromHtml('<ul><li>a'.repeat(8));
    expect(JSON.stringify(body).match(/bulletList/g)).toHaveLength(5);
    expect(dropped).toEqual([{ what: 'nesting', count: 3 }]);
  });
});

describe('what Word puts on the clipboard', () => {
  const item = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level${String(level)} lfo1'>` +
    `<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}` +
    `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

  it('is cleaned, and its lists are lists again', () => {
    const html =
      `Version:0.9<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{mso-x:y}</style></head>` +
      `<body><!--StartFragment--><p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=VI>Đoàn</span></b>` +
      `<span lang=VI> gồm:<o:p>&nbsp;</o:p></span></p>${item(1, '·', 'Sở Ngoại vụ')}${item(2, 'o', 'phòng Lãnh sự')}` +
      `${item(1, '·', 'Hội')}<p class=MsoNormal>Kế hoạch:</p>${item(1, '2.', 'thăm Kampot')}<!--EndFragment--></body></html>`;
    expect(cleaned(html)).toBe(
      '<p><strong>Đoàn</strong> gồm:</p>\n<ul><li>Sở Ngoại vụ<ul><li>phòng Lãnh sự</li></ul></li><li>Hội</li></ul>\n' +
        '<p>Kế hoạch:</p>\n<ol start="2"><li>thăm Kampot</li></ol>',
    );
  });

  it('knows a typed marker when the drawn one was lost', () => {
    expect(
      cleaned(
        '<p class="MsoListParagraphCxSpFirst">·&nbsp;&nbsp; Một</p><p class="MsoListParagraphCxSpLast">-&nbsp;Hai</p>',
      ),
    ).toBe('<ul><li>Một</li><li>Hai</li></ul>');
  });

  it.each([
    [
      'Word',
      `<p>Chữ<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> sau.</p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Theo <b>UBND</b>.</p></div></div>`,
    ],
    [
      'Google Docs',
      `<p>Chữ<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> sau.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Theo <b>UBND</b>.</span></p></div>`,
    ],
    [
      'GitHub',
      `<p>Chữ<sup><a href="#user-content-fn-1" id="user-content-fnref-1">1</a></sup> sau.</p><section class="footnotes"><h2 class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1"><p>Theo <b>UBND</b>. <a href="#user-content-fnref-1">↩</a></p></li></ol></section>`,
    ],
  ])('finds the footnotes of %s', (_, html) => {
    const content = [
      { type: 'text', text: 'Theo ' },
      { type: 'text', text: 'UBND', marks: [{ type: 'bold' }] },
      { type: 'text', text: '.' },
    ];
    expect(blocks(html)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Chữ' },
          { type: 'footnote', content },
          { type: 'text', text: ' sau.' },
        ],
      },
    ]);
  });
});

describe('figures, embeds, tables', () => {
  it.each([
    [
      'a figure',
      '<figure><a href="x"><img src="https://a.example/1.jpg" alt="Lễ ký" width=600 height=400></a><figcaption>Lễ ký <b>kết</b> <span class="photo-credit">Ảnh: THT</span></figcaption></figure>',
      '<figure><img src="https://a.example/1.jpg" alt="Lễ ký" width="600" height="400" loading="lazy"><figcaption>Lễ ký <strong>kết</strong> <small class="credit">Ảnh: THT</small></figcaption></figure>',
    ],
    [
      'a picture in a paragraph parts it',
      '<p>a<img src="/m/1.jpg">b</p>',
      '<p>a</p>\n<figure><img src="/m/1.jpg" alt="" loading="lazy"></figure>\n<p>b</p>',
    ],
    [
      'the portal puts a picture over its caption in a table',
      '<table align=center><tr><td><img src=/m/1.jpg></td></tr><tr><td><i>Các chiến sĩ</i></td></tr></table>',
      '<figure><img src="/m/1.jpg" alt="" loading="lazy"><figcaption><em>Các chiến sĩ</em></figcaption></figure>',
    ],
    [
      'late pictures',
      '<img src="data:image/gif;base64,R0" data-src="/m/2.jpg" alt="x">',
      '<figure><img src="/m/2.jpg" alt="x" loading="lazy"></figure>',
    ],
    [
      'a player is a link',
      '<iframe src="//www.youtube.com/embed/abc-1?rel=0" title="Phóng sự"></iframe>',
      '<p class="embed"><a href="https://www.youtube.com/watch?v=abc-1" rel="external noopener noreferrer">Phóng sự</a></p>',
    ],
    [
      'a table of layout goes',
      '<table><tr><td><p>a</p><table><tr><td>b</td></tr></table></td></tr></table>',
      '<p>a</p>\n<p>b</p>',
    ],
    [
      'a table of data',
      '<table><caption>Dân số</caption><tr><th>Tỉnh<th>Người</tr><tr><td>Bạc Liêu<td>907.236</table>',
      '<p>Dân số</p>\n<table class="data"><thead><tr><th scope="col">Tỉnh</th><th scope="col">Người</th></tr></thead><tbody><tr><td>Bạc Liêu</td><td>907.236</td></tr></tbody></table>',
    ],
    [
      'quotes, with a picture that parts them',
      '<blockquote><p>a</p><img src=/1.jpg alt=x><h2>b</h2></blockquote>',
      '<blockquote><p>a</p></blockquote>\n<figure><img src="/1.jpg" alt="x" loading="lazy"></figure>\n<blockquote><p>b</p></blockquote>',
    ],
  ])('%s', (_, html, expected) => {
    expect(cleaned(html)).toBe(expected);
  });

  it('says what it leaves out', () => {
    const html =
      '<script>x</script><svg/><img src="data:x"><a href="javascript:x">a</a><p hidden>b</p><del>c</del><form><input></form><nav>d</nav><iframe></iframe>';
    expect(bodyFromHtml(html)).toEqual({
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }],
      },
      dropped: [
        'drawing',
        'form',
        'frame',
        'hidden_text',
        'image',
        'link',
        'navigation',
        'script',
        'struck_text',
      ].map((what) => ({ what, count: 1 })),
    });
  });
});

it('takes the whole seed article, as text and as a page made of it', () => {
  const seed = readFileSync('test/data/body/seed-article.txt', 'utf8').normalize('NFD');
  const { body } = bodyFromText(seed);
  expect(body.content).toHaveLength(13);
  expect(bodyToText(body)).toBe(bodyToText(body).normalize('NFC'));
  expect(bodyFromHtml(bodyToHtml(body, { language: 'vi' })).body).toEqual(body);
});
