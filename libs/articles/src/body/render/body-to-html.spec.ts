import { translate } from '@desk/languages';
import fc from 'fast-check';
import { anyBody } from '../body.arbitrary.js';
import { bodyFromHtml, bodyToHtml, bodyToText, parseBody, settledBody } from '../index.js';

const note = { type: 'footnote', content: [{ type: 'text', text: 'Theo <UBND>' }] };
const body = parseBody({
  type: 'doc',
  content: [
    {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'Hữu nghị & hợp tác' }],
    },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Bạc Liêu' },
        note,
        { type: 'hardBreak' },
        { type: 'text', text: 'កម្ពុជា' },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }, note] }],
        },
      ],
    },
    { type: 'figure', attrs: { src: '/m/1.jpg', alt: '"x"', credit: 'Ảnh: THT' } },
  ],
});

const back = (number: number) => translate('vi', 'portal:body.back_to_text', { number });

describe('bodyToHtml', () => {
  it('numbers footnotes, leads back from each, and names the links in the reader’s language', () => {
    expect(bodyToHtml(body, { language: 'vi', idPrefix: 'a-' })).toBe(
      '<h2>Hữu nghị &amp; hợp tác</h2>\n' +
        '<p>Bạc Liêu<sup class="footnote"><a href="#a-fn-1" id="a-fnref-1" role="doc-noteref" aria-label="Chú thích 1">1</a></sup><br>កម្ពុជា</p>\n' +
        '<ol start="3"><li>a<sup class="footnote"><a href="#a-fn-2" id="a-fnref-2" role="doc-noteref" aria-label="Chú thích 2">2</a></sup></li></ol>\n' +
        '<figure><img src="/m/1.jpg" alt="&quot;x&quot;" loading="lazy"><figcaption><small class="credit">Ảnh: THT</small></figcaption></figure>\n' +
        '<section class="footnotes" role="doc-endnotes" aria-label="Chú thích"><ol>' +
        `<li id="a-fn-1">Theo &lt;UBND&gt; <a href="#a-fnref-1" role="doc-backlink" aria-label="${back(1)}">↩</a></li>` +
        `<li id="a-fn-2">Theo &lt;UBND&gt; <a href="#a-fnref-2" role="doc-backlink" aria-label="${back(2)}">↩</a></li>` +
        '</ol></section>',
    );
    expect(bodyToHtml(body, { language: 'km' })).toContain('aria-label="កំណត់សម្គាល់ទី 2"');
  });

  it('comes back as the settled form of the body', () => {
    fc.assert(
      fc.property(
        anyBody,
        fc.constantFrom('vi' as const, 'en' as const, 'km' as const),
        (any, language) => {
          expect(bodyFromHtml(bodyToHtml(any, { language, idPrefix: 'x-' })).body).toEqual(
            settledBody(any),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('skips no level of heading and shows no empty one', () => {
  const levels = [4, 4, 2, 4, 3].map((level) => ({
    type: 'heading',
    attrs: { level },
    content: [{ type: 'text', text: 'Mục' }],
  }));
  const empty = { type: 'heading', attrs: { level: 2 } };
  const html = bodyToHtml(parseBody({ type: 'doc', content: [empty, ...levels] }), {
    language: 'vi',
  });
  expect(html.match(/<h\d/g)?.join('')).toBe('<h2<h3<h2<h3<h3');
});

it('bodyToText gives the words', () => {
  expect(bodyToText(body)).toBe(
    'Hữu nghị & hợp tác\n\nBạc Liêu[1]\nកម្ពុជា\n\n3. a[2]\n\nẢnh: THT\n\n[1] Theo <UBND>\n[2] Theo <UBND>',
  );
});
