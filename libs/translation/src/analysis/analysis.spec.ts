import { bandsOf, type BegunSegment } from './band.js';
import { changedPercent } from './changed-percent.js';
import { paceOf } from './pace.js';
import { reviewFigures, workloadOf, workProgressOf } from './workload.js';

const begun = (part: Partial<BegunSegment>): BegunSegment => ({
  source: 'Có 25 đội ghe ngo.',
  sourceHash: part.source ?? 'a',
  status: 'draft',
  origin: 'memory',
  matchScore: null,
  previousSource: null,
  ...part,
});

describe('bands', () => {
  it('tell by what the memory knew, what was kept, and what stands twice', () => {
    expect(
      bandsOf([
        begun({ source: 'a', matchScore: 101 }),
        begun({ source: 'b', matchScore: 100 }),
        begun({ source: 'c', matchScore: 99 }),
        begun({ source: 'd', matchScore: 95 }),
        begun({ source: 'e', matchScore: 94 }),
        begun({ source: 'f', matchScore: 84 }),
        begun({ source: 'g', matchScore: 74 }),
        begun({ source: 'h', origin: 'none', status: 'untranslated' }),
        begun({ source: 'h', origin: 'none', status: 'untranslated' }),
        begun({ source: 'b', matchScore: 100 }),
        begun({ source: 'i', origin: 'carried', status: 'confirmed' }),
        begun({ source: 'j', origin: 'carried', status: 'draft' }),
      ]),
    ).toEqual([
      ...['in_context', 'exact', 'from_95', 'from_95', 'from_85', 'from_75', 'new', 'new'],
      ...['repetition', 'exact', 'kept', 'exact'],
    ]);
  });

  it('take a changed sentence for as near as its old form is', () => {
    const [near, far] = bandsOf([
      begun({
        origin: 'carried',
        source: 'Có 26 đội ghe ngo dự tranh giải năm nay.',
        previousSource: 'Có 25 đội ghe ngo dự tranh giải năm nay.',
      }),
      begun({ origin: 'carried', source: 'Trời mưa.', previousSource: 'Ai cũng vui vẻ ra về.' }),
    ]);
    expect(near).toMatch(/^from_(?:95|85)$/);
    expect(far).toBe('new');
  });
});

describe('figures', () => {
  it('weigh words by what was there, and leave out empty bands', () => {
    expect(
      workloadOf([
        { band: 'new', segments: 2, words: 100 },
        { band: 'in_context', segments: 1, words: 50 },
        { band: 'new', segments: 1, words: 10 },
      ]),
    ).toEqual({
      segments: 4,
      words: 160,
      weightedWords: 115,
      savedWords: 45,
      bands: [
        { band: 'in_context', segments: 1, words: 50 },
        { band: 'new', segments: 3, words: 110 },
      ],
    });
    expect(workloadOf([])).toMatchObject({ words: 0, weightedWords: 0, bands: [] });
  });

  it('say how far a text is by its words', () => {
    const segments = [
      { words: 30, confirmed: true },
      { words: 60, confirmed: false },
    ];
    expect(workProgressOf(segments)).toEqual({
      ...{ segments: 2, confirmedSegments: 1, words: 90, confirmedWords: 30, percent: 33 },
    });
    expect(workProgressOf([]).percent).toBe(100);
  });

  it('count what review changed by the words of each sentence', () => {
    expect(
      reviewFigures([
        {
          origin: 'memory',
          engine: null,
          band: 'exact',
          segments: 2,
          words: 40,
          changedWords: 250,
        },
      ]),
    ).toEqual([
      {
        origin: 'memory',
        engine: null,
        band: 'exact',
        segments: 2,
        words: 40,
        changedPercent: 6.3,
      },
    ]);
  });
});

describe('changedPercent', () => {
  it.each([
    ['', '', 0],
    ['Một.', 'Một.', 0],
    ['Một', 'M\u1ed9t\u200b', 0],
    ['⟨1⟩Một⟨/1⟩', 'Một', 0],
    ['abcd', 'abxd', 25],
    ['abcd', '', 100],
    ['', 'abcd', 100],
    ['ខ្ញុំទៅ', 'ខ្ញុំទៅ', 0],
  ])('of %j to %j is %i', (before, after, percent) => {
    expect(changedPercent(before, after)).toBe(percent);
  });

  it('never calls a change none', () => {
    expect(changedPercent('a'.repeat(5_000), `${'a'.repeat(4_999)}b`)).toBe(1);
  });
});

describe('paceOf', () => {
  const every = (seconds: number, count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => ({
      at: new Date(from + at * seconds * 1_000),
      weightedWords: 20,
    }));

  it('is words an hour without the breaks', () => {
    expect(paceOf(every(120, 20))).toBe(600);
    expect(paceOf([...every(120, 20), ...every(120, 20, 86_400_000)])).toBe(600);
  });

  it('is not told from a few sentences', () => {
    expect(paceOf(every(120, 3))).toBeNull();
    expect(paceOf(every(1, 100))).toBeNull();
    expect(paceOf([])).toBeNull();
  });
});
