import { bodyFromMarkdown, bodyFromText, bodyToHtml } from '../index.js';

const rendered = (markdown: string): string =>
  bodyToHtml(bodyFromMarkdown(markdown).body, { language: 'vi' });

describe('bodyFromMarkdown', () => {
  it('reads the title from a heading or from front matter', () => {
    expect(bodyFromMarkdown('# Hữu *nghị*\n\nBạc Liêu')).toMatchObject({
      title: 'Hữu nghị',
      body: { content: [{ type: 'paragraph' }] },
    });
    expect(bodyFromMarkdown('---\ntitle: "Hữu nghị"\ntags: x\n---\nBạc Liêu').title).toBe(
      'Hữu nghị',
    );
  });

  it.each([
    [
      '## Mục\n\n**đậm** _nghiêng_ [nối](https://a.example)',
      '<h2>Mục</h2>\n<p><strong>đậm</strong> <em>nghiêng</em> <a href="https://a.example" rel="external noopener noreferrer">nối</a></p>',
    ],
    ['3. a\n   - b\n4. c', '<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>'],
    [
      '| Tỉnh | Người |\n|---|---|\n| Bạc Liêu | 907.236 |',
      '<table class="data"><thead><tr><th scope="col">Tỉnh</th><th scope="col">Người</th></tr></thead><tbody><tr><td>Bạc Liêu</td><td>907.236</td></tr></tbody></table>',
    ],
    [
      '> សិទ្ធិ\u200bមនុស្ស\n\n![chữ](/m/1.jpg)',
      '<blockquote><p>សិទ្ធិ\u200bមនុស្ស</p></blockquote>\n<figure><img src="/m/1.jpg" alt="chữ" loading="lazy"></figure>',
    ],
    [
      '<b onclick=x>a</b><script>x</script> [x](javascript:x) [y](data:text/html,x)',
      '<p><strong>a</strong> x y</p>',
    ],
  ])('%j', (markdown, expected) => {
    expect(rendered(markdown)).toBe(expected);
  });

  it('reads footnotes', () => {
    const { body } = bodyFromMarkdown(
      'Chữ[^ghi-1] và[^2].\n\n[^ghi-1]: Theo **UBND**\n    tỉnh.\n[^2]: Hai.\n',
    );
    expect(body.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Chữ' },
          {
            type: 'footnote',
            content: [
              { type: 'text', text: 'Theo ' },
              { type: 'text', text: 'UBND', marks: [{ type: 'bold' }] },
              { type: 'text', text: ' tỉnh.' },
            ],
          },
          { type: 'text', text: ' và' },
          { type: 'footnote', content: [{ type: 'text', text: 'Hai.' }] },
          { type: 'text', text: '.' },
        ],
      },
    ]);
  });

  it.each([
    ['['],
    ['!['],
    ['*a_'],
    ['_a'],
    ['**a '],
    ['`a'],
    ['<a '],
    ['[a]('],
    ['> '],
    ['- '],
    ['|a'],
    ['[^a'],
    ['[a]: b\n'],
    ['a\n\n'],
    ['*a_*a_*a_*a_\n\n'],
    ['~~a'],
    ['<!--'],
    ['\\'],
    ['&a'],
    ['http://a.'],
  ])('answers soon to 200 kB of %j', (piece) => {
    const started = performance.now();
    try {
      bodyFromMarkdown(piece.repeat(200_000 / piece.length));
    } catch (error) {
      expect(error).toMatchObject({ status: 422 });
    }
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});

describe('bodyFromText', () => {
  it('parts paragraphs at blank lines and keeps line breaks', () => {
    const { body } = bodyFromText('\ufeffMột\r\nhai\r\n \r\n\r\n  Ba <b>\u000bbốn</b>');
    expect(bodyToHtml(body, { language: 'vi' })).toBe(
      '<p>Một<br>hai</p>\n<p>Ba &lt;b&gt; bốn&lt;/b&gt;</p>',
    );
  });

  it('refuses what is no text', () => {
    expect(() => bodyFromText('PK\u0003\u0004\u0000')).toThrow('text.forbidden_characters');
    expect(() => bodyFromText('a\ud800')).toThrow('text.forbidden_characters');
  });
});
