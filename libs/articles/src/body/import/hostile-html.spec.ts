import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import { anyBody } from '../body.arbitrary.js';
import { bodyFromHtml, bodyFromMarkdown, bodyToHtml } from '../index.js';
import { type ChildNode, MAX_IMPORT_LENGTH, isElement } from './html-tree.js';

const elements = new Set(
  'a blockquote br em figcaption figure h2 h3 h4 hr img li ol p section small strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const attributes = new Set(
  'alt aria-label class colspan height href id loading rel role rowspan scope src start title width'.split(
    ' ',
  ),
);

/** All that our rendering may hold, looked at as a browser would read it. */
function expectHarmless(html: string): void {
  const fragment = parseFragment(html);
  const waiting: ChildNode[] = [...fragment.childNodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    expect(elements).toContain(node.tagName);
    for (const { name, value } of node.attrs) {
      expect(attributes).toContain(name);
      if (name === 'href' || name === 'src') {
        expect(value).toMatch(/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)[^\s<>"\\]*$/i);
      }
    }
    waiting.push(...node.childNodes);
  }
  // A browser that reads and writes it again, as an editor does, must not find anything new.
  const again = serialize(fragment);
  expect(serialize(parseFragment(again))).toBe(again);
}

const corpus = [
  `<script>alert(1)</script>`,
  `<ScRiPt/x>alert(1)</sCrIpT >`,
  `<img src=x onerror=alert(1)>`,
  `<img src=/a.jpg onerror=alert(1) alt="x' onmouseover='alert(1)">`,
  `<img src="https://a.example/&quot; onerror=&quot;alert(1)">`,
  `<svg onload=alert(1)>`,
  `<svg><script>alert(1)</script></svg>`,
  `<svg><animate onbegin=alert(1) attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`,
  `<math><mtext><table><mglyph><style><math><img src onerror=alert(1)>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
  `<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">`,
  `<noscript><p title="</noscript><img src=x onerror=alert(1)>">`,
  `<template><script>alert(1)</script><img src=x onerror=alert(1)></template>`,
  `<textarea><img title="</textarea><img src=x onerror=alert(1)>">`,
  `<title><img title="</title><img src=x onerror=alert(1)>">`,
  `<xmp><img src=x onerror=alert(1)></xmp>`,
  `<plaintext><img src=x onerror=alert(1)>`,
  `<noembed><img title="</noembed><img src onerror=alert(1)>"></noembed>`,
  `<!--><img src=x onerror=alert(1)>-->`,
  `<![CDATA[<img src=x onerror=alert(1)>]]>`,
  `<select><noembed></select><script x='a@b'a>alert(1)</script>`,
  `<a href="javascript:alert(1)">x</a>`,
  `<a href="JaVaScRiPt:alert(1)">x</a>`,
  `<a href="java\tscript:alert(1)">x</a>`,
  `<a href="java&#10;script:alert(1)">x</a>`,
  `<a href="java&Tab;script&colon;alert(1)">x</a>`,
  `<a href="&#1;javascript:alert(1)">x</a>`,
  `<a href=" &#x20; javascript:alert(1)">x</a>`,
  `<a href="&#106;&#97;vascript&#58;alert(1)">x</a>`,
  `<a href="javascript&colon;alert(1)">x</a>`,
  `<a href="vbscript:msgbox(1)">x</a>`,
  `<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>`,
  `<a href="feed:javascript:alert(1)">x</a>`,
  `<a href="\\\\evil.example">x</a><a href="/\\evil.example">x</a><a href="/\t/evil.example">x</a>`,
  `<a href="https://a.example/'onclick='alert(1)" title='"><script>alert(1)</script>'>x</a>`,
  `<img src="data:image/svg+xml,<svg onload=alert(1)>">`,
  `<img src="javascript:alert(1)" data-src="vbscript:x">`,
  `<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>`,
  `<object data="data:text/html,<script>alert(1)</script>"><embed src="javascript:alert(1)">`,
  `<video src=x onerror=alert(1)><source onerror=alert(1) src="javascript:x"></video>`,
  `<math href="javascript:alert(1)">x</math>`,
  `<base href="javascript:alert(1)//"><a href="x">y</a>`,
  `<meta http-equiv=refresh content="0;url=javascript:alert(1)"><link rel=stylesheet href=x>`,
  `<style>@import 'javascript:alert(1)'</style><p style="background:url(javascript:alert(1))">x</p>`,
  `<div id="fn-1" onclick=alert(1)>n</div><a href="#fn-1" onclick=alert(1)>1</a>`,
  `<p class="embed"><a href="javascript:alert(1)">x</a></p>`,
  `<figure><img src=/a><figcaption><span class="credit"><script>alert(1)</script>"><img src onerror=alert(1)></span></figure>`,
  `<table background="javascript:alert(1)"><tr><td background=x onclick=alert(1)>a<td>b</table>`,
  `<ol start="1 onclick=alert(1)"><li value=x onclick=alert(1)>a</ol>`,
  `&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;img src=x onerror=alert(1)&amp;gt;`,
  `<input autofocus onfocus=alert(1)><details open ontoggle=alert(1)><marquee onstart=alert(1)>`,
  `<p>\u2028<img/src="x"/onerror=alert(1)>\u202e</p>`,
];

describe('hostile HTML', () => {
  it.each(corpus)('%s', (html) => {
    expectHarmless(bodyToHtml(bodyFromHtml(html).body, { language: 'vi' }));
    expectHarmless(bodyToHtml(bodyFromMarkdown(`Chữ ${html}\n\n${html}`).body, { language: 'km' }));
  });

  it('is harmless in any combination, cut anywhere', () => {
    const pieces = fc.array(fc.tuple(fc.constantFrom(...corpus), fc.nat(60), fc.nat(200)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const html = parts.map(([part, from, length]) => part.slice(from, from + length)).join('');
        expectHarmless(bodyToHtml(bodyFromHtml(html).body, { language: 'en' }));
      }),
      { numRuns: 300 },
    );
  });

  it('is harmless whatever a body says', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expectHarmless(bodyToHtml(body, { language: 'en' }));
      }),
    );
  });
});

describe('large and deep HTML', () => {
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join('');

  it('takes 10,000 nested tags', () => {
    for (const tag of ['div', 'b', 'blockquote', 'ul', 'span', 'section']) {
      expect(JSON.stringify(bodyFromHtml(`<${tag}>`.repeat(10_000) + 'sâu').body)).toContain('sâu');
    }
  });

  it('refuses 10 MB', () => {
    expect(() => bodyFromHtml('a'.repeat(10_000_000))).toThrow('import.too_large');
  });

  it.each([
    ['a million nested tags', '<div>'.repeat(900_000)],
    [
      'formatting opened again and again',
      many(100_000, (i) => `<b id=${String(i)}>`) + '<p>x'.repeat(1_000),
    ],
    ['misnested tags', '<a><b><i><p>'.repeat(10_000) + '</b></i></a>'.repeat(10_000)],
    ['end tags of what was never opened', '<span>'.repeat(10_000) + '</b>'.repeat(900_000)],
    ['nested tables', '<table><tr><td>'.repeat(5_000)],
    ['foreign elements', '<svg><math>'.repeat(10_000)],
    ['half a million attributes', `<p ${many(500_000, (i) => `a${String(i)} `)}>`],
    ['a long style', `<p style="${'font-weight :'.repeat(300_000)}">`],
    ['a long class', `<p class="${'photo- '.repeat(500_000)}">x</p>`],
    ['a million line breaks', '<br>'.repeat(1_000_000)],
    ['pictures only', '<img src=/a>'.repeat(300_000)],
    ['comments that do not end', '<!--'.repeat(1_000_000)],
    ['a megabyte without a space', 'a'.repeat(1_000_000)],
    ['100,000 combining marks', 'a' + '\u0323'.repeat(100_000)],
    ['zero-width spaces', '\u200b'.repeat(500_000)],
    ['spaces', ' '.repeat(4_000_000)],
    [
      'notes that lead to each other',
      many(20_000, (i) => `<p id=fn-${String(i)}><a href="#fn-${String(i + 1)}">1</a>`),
    ],
    ['entities', '&amp;&#x301;&notanentity'.repeat(150_000)],
  ])('answers soon to %s', (_, html) => {
    expect(html.length).toBeLessThan(MAX_IMPORT_LENGTH);
    const started = performance.now();
    try {
      bodyFromHtml(html);
    } catch (error) {
      expect(error).toMatchObject({ status: 422 });
    }
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});
