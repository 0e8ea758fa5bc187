import fc from 'fast-check';
import { rawBody, anyBody } from './body.arbitrary.js';
import {
  parseBody,
  settledBody,
  bodyToHtml,
  bodyFromHtml,
  compareBodies,
  bodyFromMarkdown,
} from './index.js';
const time = (name: string, f: () => unknown) => {
  const t = performance.now();
  let r = '';
  try {
    const x = f();
    r = JSON.stringify(x)?.slice(0, 100) ?? '';
  } catch (e) {
    r = String(e).slice(0, 100);
  }
  console.info(name, Math.round(performance.now() - t), r);
};
test('idempotent', () => {
  fc.assert(
    fc.property(rawBody, (b) => {
      const p = parseBody(b);
      expect(parseBody(p)).toEqual(p);
      const s = settledBody(p);
      expect(settledBody(s)).toEqual(s);
    }),
  );
});
test('roundtrip', () => {
  fc.assert(
    fc.property(anyBody, (b) => {
      expect(bodyFromHtml(bodyToHtml(b, { language: 'vi' })).body).toEqual(settledBody(b));
    }),
    { numRuns: 1000 },
  );
});
test('compare', () => {
  fc.assert(
    fc.property(anyBody, anyBody, (a, b) => {
      const c = compareBodies(a, b, 'vi');
      expect(c.blocks.flatMap((x) => ('after' in x ? [x.block] : []))).toEqual(b.content);
    }),
  );
});
test('hostile html', () => {
  const n = 10000;
  time('div10k', () => bodyFromHtml('<div>'.repeat(n) + 'x'));
  time('div30k', () => bodyFromHtml('<div>'.repeat(30000) + 'x'));
  time('div1M', () => bodyFromHtml('<div>'.repeat(900000) + 'x'));
  time('b10k', () => bodyFromHtml('<b>'.repeat(n) + 'x'));
  time('b id', () =>
    bodyFromHtml(
      Array.from({ length: 100000 }, (_, i) => `<b id=${i}>`).join('') + '<p>x'.repeat(1000),
    ),
  );
  time('font p', () =>
    bodyFromHtml(
      Array.from({ length: 300 }, (_, i) => `<font x=${i}>`).join('') + '<p>x</p>'.repeat(100000),
    ),
  );
  time('attrs', () =>
    bodyFromHtml('<p ' + Array.from({ length: 500000 }, (_, i) => `a${i}`).join(' ') + '>x'),
  );
  time('li', () => bodyFromHtml('<ul><li>'.repeat(n) + 'x'));
  time('ulul', () => bodyFromHtml('<ul>'.repeat(n) + 'x'));
  time('table', () => bodyFromHtml('<table><tr><td>'.repeat(n) + 'x'));
  time('span end', () => bodyFromHtml('<span>'.repeat(n) + '</b>'.repeat(900000)));
  time('a b misnest', () => bodyFromHtml('<a><b><i><p>'.repeat(n) + '</b></i></a>'.repeat(n)));
  time('svg', () => bodyFromHtml('<svg><math>'.repeat(n) + 'x'));
  time('lt', () => bodyFromHtml('<'.repeat(4900000)));
  time('amp', () => bodyFromHtml('&'.repeat(4900000)));
  time('4.9MB text', () => bodyFromHtml('a'.repeat(1900000)));
  time('brs', () => bodyFromHtml('<br>'.repeat(1200000)));
  time('imgs', () => bodyFromHtml('<img src=/a>'.repeat(300000)));
  time('combining', () => bodyFromHtml('a' + '\u0301'.repeat(900000)));
  time('zwsp', () => bodyFromHtml('\u200b'.repeat(600000)));
  time('spaces', () => bodyFromHtml(' '.repeat(4900000)));
  time('real 1MB', () =>
    bodyFromHtml(
      '<p>Công tác thông tin <b>đối ngoại</b> là một bộ phận quan trọng</p>'.repeat(4900),
    ),
  );
  time('comment', () => bodyFromHtml('<!--'.repeat(1000000)));
  time('select', () => bodyFromHtml('<select><option>'.repeat(100000)));
  time('style attr', () => bodyFromHtml('<p style="' + 'font-weight '.repeat(300000) + '">x'));
  time('style ;', () =>
    bodyFromHtml(
      '<p style="' +
        ';                                                                 '.repeat(60000) +
        '">x',
    ),
  );
  time('style sp', () => bodyFromHtml('<p style="' + ' '.repeat(3000000) + '">x'));
  time('class credit', () => bodyFromHtml('<p class="' + ' photo-'.repeat(300000) + '">x'));
});
test('hostile md', () => {
  const N = 40000;
  for (const [k, s] of Object.entries({
    open: '['.repeat(N),
    img: '!['.repeat(N / 2),
    star: '*a_'.repeat(N / 3),
    star2: '**a '.repeat(N / 4),
    tick: '`a'.repeat(N / 2),
    ticks: Array.from({ length: 280 }, (_, i) => '`'.repeat(i)).join(' '),
    lt: '<'.repeat(N),
    lta: '<a '.repeat(N / 3),
    cdata: '<![CDATA['.repeat(N / 9),
    link: '[a](<b'.repeat(N / 6),
    link2: '[a]('.repeat(N / 4),
    tilde: '~~a'.repeat(N / 3),
    under: '_a'.repeat(N / 2),
    amp: '&a'.repeat(N / 2),
    url: 'http://a.'.repeat(N / 9),
    at: 'a@'.repeat(N / 2),
    sp: ' '.repeat(N) + 'a',
    bs: '\\'.repeat(N),
    nest: '['.repeat(N / 2) + ']'.repeat(N / 2),
    foot: '[^a'.repeat(N / 3),
    pipe: '|a'.repeat(8000) + '\n' + '|-'.repeat(8000) + '\n',
    pipes:
      '|a'.repeat(300) + '\n' + '|-'.repeat(300) + '\n' + ('|b'.repeat(300) + '\n').repeat(300),
    short: 'a\n\n'.repeat(4900),
    nestl: Array.from({ length: 99 }, (_, i) => '  '.repeat(i) + '- a').join('\n'),
    star10: ('*a_'.repeat(100) + '\n\n').repeat(1600),
    open10: ('['.repeat(100) + '\n\n').repeat(4000),
    refs: '[a]: b\n\n[a][a] '.repeat(4000),
    lines: 'a\n'.repeat(N / 2),
    lists: Array.from({ length: 400 }, (_, i) => ' '.repeat(i) + '- a').join('\n'),
    deflist: '[a]: b\n'.repeat(6000),
    hash: '# '.repeat(N / 2),
    html: '<div>\n'.repeat(6000),
    com: '<!-- '.repeat(N / 5),
    em: '*'.repeat(N),
    emsp: 'a**'.repeat(N / 3),
    quoteline: ('> '.repeat(45) + 'a\n').repeat(400),
  }))
    time('md ' + k + s.length, () => bodyFromMarkdown(s));
});
test('5000', () => {
  const mk = (f: (i: number) => string) =>
    parseBody({
      type: 'doc',
      content: Array.from({ length: 5000 }, (_, i) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: f(i) }],
      })),
    });
  const rnd = (seed: number) => (i: number) =>
    Array.from({ length: 40 }, (_, j) =>
      (Math.imul((i * 7919 + j * 104729 + seed * 31) ^ 0x5bd1e995, 2654435761) >>> 0).toString(36),
    ).join(' ');
  const a = mk(rnd(1)),
    b = mk(rnd(2)),
    c = mk((i) => rnd(1)(i) + ' x');
  time('all different', () => compareBodies(a, b, 'vi').counts);
  time('all changed', () => compareBodies(a, c, 'vi').counts);
  time(
    'reversed',
    () => compareBodies(a, { type: 'doc', content: [...a.content].reverse() }, 'vi').counts,
  );
  const one = parseBody({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: a.content
              .slice(0, 3000)
              .map((x) => (x.type === 'paragraph' ? (x.content?.[0] as { text: string }).text : ''))
              .join(' '),
          },
        ],
      },
    ],
  });
  const two = parseBody({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: b.content
              .slice(0, 3000)
              .map((x) => (x.type === 'paragraph' ? (x.content?.[0] as { text: string }).text : ''))
              .join(' '),
          },
        ],
      },
    ],
  });
  time('huge paragraphs', () => compareBodies(one, two, 'vi').counts);
  time('parse bad', () =>
    parseBody({
      type: 'doc',
      content: [{ type: 'paragraph', content: Array.from({ length: 500000 }, () => ({})) }],
    }),
  );
  let deep: unknown = 'x';
  for (let i = 0; i < 100000; i++) deep = { content: [deep] };
  time('deep', () => parseBody(deep));
});
