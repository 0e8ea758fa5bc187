import { emptyBody } from '@desk/contracts';
import fc from 'fast-check';
import { anyEdition, canonicalEdition } from './body.arbitrary.js';
import { carriedLayout, withCut, withJoin } from './change-layout.js';
import { plainText } from './code-text.js';
import { decompose, decomposeCovering } from './decompose.js';
import { recompose } from './recompose.js';
import type { EditionText } from './segment.js';
import { naturalLayout, type SegmentLayout } from './segment-layout.js';

const anyLayout: fc.Arbitrary<SegmentLayout> = fc.record({
  joins: fc.array(fc.nat(12), { maxLength: 6 }),
  cuts: fc.array(fc.record({ position: fc.nat(12), offset: fc.integer({ min: 1, max: 60 }) }), {
    maxLength: 6,
  }),
});
const textOf = ({ title, summary, body, seo }: EditionText) => ({ title, summary, body, seo });
const said = (...paragraphs: string[]) => ({
  language: 'vi' as const,
  title: '',
  summary: '',
  seo: { title: '', description: '' },
  body: {
    ...emptyBody,
    content: paragraphs.map((text) => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text }],
    })),
  },
});
const sourcesOf = (text: ReturnType<typeof said>, layout: SegmentLayout) =>
  decompose(text, 'vi', layout).map(({ source }) => source);

describe('a layout of segments', () => {
  it('leaves every text as it is when each segment is its own translation', () => {
    fc.assert(
      fc.property(canonicalEdition, anyLayout, (edition, layout) => {
        const itself = decompose(edition, edition.language, layout).map(({ position, source }) => ({
          position,
          target: source,
        }));
        expect(recompose(edition, itself, edition.language, layout)).toEqual(textOf(edition));
      }),
    );
  });

  it('covers each sentence exactly once, whatever is joined and cut', () => {
    fc.assert(
      fc.property(anyEdition, anyLayout, (edition, layout) => {
        const natural = decompose(edition, edition.language);
        const covered = decomposeCovering(edition, edition.language, layout).flatMap(
          ({ covers }) => covers,
        );
        expect([...new Set(covered.map(({ position }) => position))]).toEqual(
          natural.map(({ position }) => position),
        );
        covered.forEach(({ position, from, to }, index) => {
          const before = covered[index - 1];
          expect(from).toBeLessThan(to);
          if (before?.position === position) expect(from).toBeGreaterThanOrEqual(before.to);
        });
      }),
    );
  });

  const story = said('Chợ họp sớm; ghe đậu san sát. Khách đến đông.', 'Chợ tan lúc trưa.');

  it('joins neighbours of one block, and only those', () => {
    const at = (index: number) =>
      decomposeCovering(story, 'vi', naturalLayout)[index]?.covers ?? [];
    const joined = withJoin(naturalLayout, at(0), at(1));
    expect(sourcesOf(story, joined)).toEqual([
      'Chợ họp sớm; ghe đậu san sát. Khách đến đông.',
      'Chợ tan lúc trưa.',
    ]);
    expect(sourcesOf(story, withJoin(naturalLayout, at(1), at(2)))).toHaveLength(3);
  });

  it('cuts inside a sentence, and joins what was cut', () => {
    const [first] = decomposeCovering(story, 'vi', naturalLayout);
    const cut = withCut(naturalLayout, first?.covers ?? [], first?.gaps ?? [], 13);
    expect(sourcesOf(story, cut ?? naturalLayout)).toEqual([
      'Chợ họp sớm;',
      'ghe đậu san sát.',
      'Khách đến đông.',
      'Chợ tan lúc trưa.',
    ]);
    const [one, two] = decomposeCovering(story, 'vi', cut ?? naturalLayout);
    expect(withJoin(cut ?? naturalLayout, one?.covers ?? [], two?.covers ?? [])).toEqual(
      naturalLayout,
    );
  });

  it('comes apart again where it was joined', () => {
    const joined: SegmentLayout = { joins: [0], cuts: [] };
    const [segment] = decomposeCovering(story, 'vi', joined);
    const end = plainText(segment?.source ?? '').indexOf(' Khách');
    for (const offset of [end, end + 1]) {
      expect(withCut(joined, segment?.covers ?? [], segment?.gaps ?? [], offset)).toEqual(
        naturalLayout,
      );
    }
    for (const offset of [0, 45, 100]) {
      expect(withCut(joined, segment?.covers ?? [], segment?.gaps ?? [], offset)).toBeNull();
    }
  });

  it('follows its sentences into a newer revision, where they are the same', () => {
    const layout: SegmentLayout = { joins: [0], cuts: [{ position: 2, offset: 9 }] };
    const later = said(
      'Trời mưa.',
      'Chợ họp sớm; ghe đậu san sát. Khách đến đông.',
      'Chợ tan lúc trưa.',
    );
    const carried = carriedLayout(layout, decompose(story, 'vi'), decompose(later, 'vi'));
    expect(carried).toEqual({ joins: [1], cuts: [{ position: 3, offset: 9 }] });
    const changed = said('Chợ họp sớm; ghe đậu san sát. Khách đến rất đông.', 'Chợ tan lúc trưa.');
    expect(carriedLayout(layout, decompose(story, 'vi'), decompose(changed, 'vi')).joins).toEqual(
      [],
    );
  });
});
