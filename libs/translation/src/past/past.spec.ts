import fc from 'fast-check';
import {
  declaration,
  declarationScores,
  declarationSentenceScores,
  f1,
  newsDocuments,
  newsScores,
  oneLineScores,
  pairs,
  score,
  sum,
} from '../../../../test/evaluate/alignment.js';
import { alignArticles, alignThree, blocksOfHtml, blocksOfText, type Block } from './index.js';

const lines = (texts: readonly string[]): Block[] => blocksOfText(texts.join('\n'));
const visible = (text: string) => text.replace(/[\s\u200B]+/g, '');
const confidences = (alignment: ReturnType<typeof alignArticles>) =>
  alignment.pairs.map(({ confidence }) => confidence).sort((one, other) => one - other);
const median = (sorted: readonly number[]) => sorted[sorted.length >> 1] ?? 0;

describe.each(pairs)('articles in %s and %s', (from, to) => {
  it('pairs the blocks and sentences of a declaration', () => {
    expect(f1(declarationScores([from, to]))).toBeGreaterThanOrEqual(0.95);
    expect(f1(declarationSentenceScores([from, to]))).toBeGreaterThanOrEqual(0.95);
  });

  it('pairs the lines of news that were joined to paragraphs', () => {
    expect(f1(newsScores([from, to]))).toBeGreaterThanOrEqual(0.95);
  });

  it('pairs the lines of news that were joined to one text', () => {
    expect(f1(oneLineScores([from, to], true))).toBeGreaterThanOrEqual(0.95);
  });

  it('finds the way again where two sentences of seven are on one side only', () => {
    const all = newsDocuments([from, to]).map((gold) => {
      const without = (rest: number) => [...gold.source.keys()].filter((at) => at % 7 !== rest);
      const [ours, theirs] = [without(2), without(5)];
      const links = new Set(
        ours.flatMap((at, one) => (theirs.includes(at) ? [`${one} ${theirs.indexOf(at)}`] : [])),
      );
      const source = ours.map((at) => gold.source[at] ?? '');
      const target = theirs.map((at) => gold.target[at] ?? '');
      const found = alignArticles(
        { language: from, blocks: lines(source) },
        { language: to, blocks: lines(target) },
      );
      return score({ source, target, links }, found);
    });
    expect(f1(sum(all))).toBeGreaterThan(0.9);
  });

  it('is sure of translations, and not of texts that have nothing to do with each other', () => {
    const documents = newsDocuments([from, to]).slice(0, 12);
    documents.forEach((gold, at) => {
      const source = { language: from, blocks: blocksOfText(gold.source.join(' ')) };
      const other = documents[(at + 1) % documents.length]?.target ?? [];
      const right = alignArticles(source, { language: to, blocks: lines(gold.target) });
      const wrong = alignArticles(source, { language: to, blocks: lines(other) });
      expect(median(confidences(right))).toBeGreaterThan(0.8);
      expect(median(confidences(wrong))).toBeLessThan(0.75);
    });
  });
});

describe('alignArticles', () => {
  it('tells which sentences only one side has', () => {
    const found = alignArticles(
      {
        language: 'vi',
        blocks: lines([
          'Công văn 23/KH-UBND ngày 09/5/2013 nêu ba việc.',
          'Bài và ảnh của phóng viên thường trú tại tỉnh, có chỉnh sửa theo yêu cầu của tòa soạn báo.',
          'Tỉnh chi 1.000,5 triệu đồng cho 12 xã.',
        ]),
      },
      {
        language: 'en',
        blocks: lines([
          'Document 23/KH-UBND of 9 May 2013 names three tasks.',
          'The province spent 1,000.5 million dong on 12 communes.',
        ]),
      },
    );
    expect(found.pairs.map(({ target }) => target.slice(0, 12))).toEqual([
      'Document 23/',
      'The province',
    ]);
    expect(found.unpaired).toEqual([
      { side: 'source', text: expect.stringContaining('Bài và ảnh') as string },
    ]);
  });

  it('takes Khmer digits by value', () => {
    const found = alignArticles(
      { language: 'km', blocks: lines(['ឆ្នាំ ២០១៣ មាន ១២ ឃុំ។', 'ឆ្នាំ ២០១៤ មាន ១៥ ឃុំ។']) },
      { language: 'en', blocks: lines(['In 2014 there were 15 communes.']) },
    );
    expect(found.pairs.map(({ source }) => source)).toEqual(['ឆ្នាំ ២០១៤ មាន ១៥ ឃុំ។']);
  });

  it('lets a glossary decide', () => {
    const [one, two] = [
      'Sở Thông tin họp bàn về công việc năm nay.',
      'Sở Y tế họp bàn về công việc năm nay.',
    ];
    const concepts = (text: string) =>
      /Thông tin|Information/.test(text) ? ['info'] : /Y tế|Health/.test(text) ? ['health'] : [];
    const found = alignArticles(
      { language: 'vi', blocks: lines([one, two]) },
      { language: 'en', blocks: lines(['The Department of Health met on this year’s work.']) },
      concepts,
    );
    expect(found.pairs.map(({ source }) => source)).toEqual([two]);
  });

  it('keeps every word of both sides, in order, whatever they are', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'Tỉnh có 12 xã. ',
          'Ai đi?',
          ' ',
          '។',
          'គាត់ទៅ។',
          'A. Lind! ',
          '\u200B',
          '1.000,5 ',
          '.',
        ),
        { maxLength: 6 },
      )
      .map((bits) => bits.join(''));
    const kind = fc.constantFrom<Block['kind']>('paragraph', 'heading', 'cell', 'list_item');
    const blocks = fc.array(fc.record({ kind, text }), { maxLength: 12 });
    const language = fc.constantFrom('vi' as const, 'en' as const, 'km' as const);
    const article = fc.record({ language, blocks });
    fc.assert(
      fc.property(article, article, (source, target) => {
        const { pairs: found, unpaired } = alignArticles(source, target);
        const all = (side: 'source' | 'target') =>
          [
            ...found.map((pair) => pair[side]),
            ...unpaired.filter((one) => one.side === side).map((one) => one.text),
          ]
            .map(visible)
            .join('');
        const sorted = (letters: string) => [...letters].sort().join('');
        for (const [side, given] of [
          ['source', source],
          ['target', target],
        ] as const) {
          expect(sorted(all(side))).toBe(
            sorted(visible(given.blocks.map((one) => one.text).join(''))),
          );
        }
        let [ours, theirs] = [0, 0];
        for (const pair of found) {
          expect(pair.confidence).toBeGreaterThanOrEqual(0);
          expect(pair.confidence).toBeLessThanOrEqual(1);
          expect(pair.sourceSentences[0]).toBeGreaterThanOrEqual(ours);
          expect(pair.targetSentences[0]).toBeGreaterThanOrEqual(theirs);
          [ours, theirs] = [pair.sourceSentences[1], pair.targetSentences[1]];
        }
      }),
      { numRuns: 200 },
    );
  });

  it('aligns five thousand sentences in seconds, in one piece or in lines', () => {
    const documents = newsDocuments(['en', 'vi']);
    const repeated = Array.from({ length: 5 }, () => documents).flat();
    const source = repeated.flatMap((gold) => gold.source).filter((_, at) => at % 97 !== 3);
    const target = repeated.flatMap((gold) => gold.target);
    for (const glue of [' ', '\n']) {
      const began = performance.now();
      const found = alignArticles(
        { language: 'en', blocks: blocksOfText(source.join(glue)) },
        { language: 'vi', blocks: blocksOfText(target.join(glue)) },
      );
      expect(performance.now() - began).toBeLessThan(60_000);
      expect(found.pairs.length).toBeGreaterThan(4_000);
    }
  });

  it('gives up in bounded time on texts that fit nowhere', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => ({
      kind: 'paragraph' as const,
      text: `Câu số ${at}. ${'x'.repeat(at % 50)}`,
    }));
    const one = [{ kind: 'paragraph' as const, text: 'One.' }];
    const began = performance.now();
    expect(
      alignArticles({ language: 'vi', blocks: many }, { language: 'en', blocks: one }).pairs.length,
    ).toBeLessThan(3);
    expect(alignArticles({ language: 'en', blocks: [] }, { language: 'vi', blocks: one })).toEqual({
      pairs: [],
      unpaired: [{ side: 'target', text: 'One.' }],
    });
    expect(performance.now() - began).toBeLessThan(60_000);
  });
});

describe('alignThree', () => {
  it('finds three languages of a declaration in agreement', () => {
    const found = alignThree([
      { language: 'en', blocks: declaration('en') },
      { language: 'vi', blocks: declaration('vi') },
      { language: 'km', blocks: declaration('km') },
    ]);
    expect(found.map((one) => [one.sourceLanguage, one.targetLanguage])).toEqual([
      ['en', 'vi'],
      ['en', 'km'],
      ['vi', 'km'],
    ]);
    for (const { agreed, contradicted, pairs: all } of found) {
      expect(agreed / all.length).toBeGreaterThan(0.9);
      expect(contradicted).toBe(0);
    }
  });

  it('trusts a pair less that the third language contradicts', () => {
    const english = {
      language: 'en' as const,
      blocks: lines(['It rained.', 'He left.', 'In 2013 12 men came.']),
    };
    const vietnamese = {
      language: 'vi' as const,
      blocks: lines(['Trời mưa.', 'Ông đi.', 'Năm 2013 có 12 người đến.']),
    };
    const khmer = {
      language: 'km' as const,
      blocks: lines(['ភ្លៀង។', 'គាត់ទៅ។', 'ឆ្នាំ ២០១៣ មាន ១២ នាក់មក។']),
    };
    const together = alignThree([english, vietnamese, khmer]);
    const alone = alignArticles(english, vietnamese);
    together[0]?.pairs.forEach((pair, at) => {
      expect(pair.confidence).toBeGreaterThan(alone.pairs[at]?.confidence ?? 1);
    });
  });
});

describe('blocks', () => {
  it('reads a page by its headings, paragraphs, list items and cells', () => {
    const html = `<h1>Tin</h1><h2>Mục</h2><p>Một <b>hai</b>.<br>Ba.</p><ul><li>Bốn</li></ul>
      <table><tr><td>Năm</td><td>Sáu</td></tr><tr><td>7</td><td>8</td></tr></table><script>bad()</script>`;
    expect(blocksOfHtml(html)).toEqual([
      { kind: 'title', text: 'Tin' },
      { kind: 'heading', text: 'Mục' },
      { kind: 'paragraph', text: 'Một hai.\nBa.' },
      { kind: 'list_item', text: 'Bốn' },
      ...['Năm', 'Sáu', '7', '8'].map((text) => ({ kind: 'cell', text })),
    ]);
  });

  it('reads a line of text as a paragraph, but lines wrapped by hand as one', () => {
    expect(blocksOfText('Một.\r\nHai.\n\nBa.').map(({ text }) => text)).toEqual([
      'Một.',
      'Hai.',
      'Ba.',
    ]);
    const line = 'một dòng chữ dài được ngắt bằng tay ở cột sáu mươi, rồi lại';
    const wrapped = `${[line, line, line, line].join('\n')}\n\nHết.`;
    expect(blocksOfText(wrapped).map(({ text }) => text)).toEqual([
      Array(4).fill(line).join(' '),
      'Hết.',
    ]);
  });
});
