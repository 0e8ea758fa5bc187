import fc from 'fast-check';
import { type Alignment, alignRevisions, removedSegments } from './align-revisions.js';
import { decompose } from './decompose.js';

const segmentsOf = (title: string, ...paragraphs: string[]) =>
  decompose(
    {
      title,
      summary: '',
      body: {
        type: 'doc',
        content: paragraphs.map((text) => ({
          type: 'paragraph',
          content: [{ type: 'text', text }],
        })),
      },
      seo: { title: '', description: '' },
    },
    'vi',
  );
const brief = (alignments: readonly Alignment[]) =>
  alignments.map((one) =>
    `${one.kind === 'same' && one.moved ? 'moved' : one.kind} ${String(one.old ?? '')}`.trim(),
  );

const story = [
  'Sở Thông tin và Truyền thông tổ chức 04 lớp bồi dưỡng. Có khoảng 850 học viên tham dự.',
  'Bạc Liêu ký thỏa thuận với nhà đầu tư Mỹ trị giá 4 tỷ USD. Xem thêm.',
  'Triển lãm có hơn 3.000 lượt người tham quan. Xem thêm.',
];

describe('alignRevisions', () => {
  const old = segmentsOf('Thông tin đối ngoại', ...story);

  it('gives back exactly the two corrected places', () => {
    const fresh = segmentsOf(
      'Thông tin đối ngoại',
      ...story.map((text) => text.replace('850', '870').replace('4 tỷ', '4,3 tỷ')),
    );
    const alignments = alignRevisions(old, fresh);
    expect(brief(alignments)).toEqual([
      'same 0',
      'same 1',
      'changed 2',
      'changed 3',
      'same 4',
      'same 5',
      'same 6',
    ]);
    expect(removedSegments(old, alignments)).toEqual([]);
  });

  it('follows what moved, tells what came and what went', () => {
    const fresh = segmentsOf(
      'Đối ngoại nhân dân ở Bạc Liêu',
      story[2] ?? '',
      story[0] ?? '',
      'Một đoạn hoàn toàn khác về nghề muối.',
    );
    const alignments = alignRevisions(old, fresh);
    expect(brief(alignments)).toEqual([
      'changed 0',
      'moved 5',
      'moved 6',
      'same 1',
      'same 2',
      'added',
    ]);
    expect(removedSegments(old, alignments)).toEqual([3, 4]);
  });

  it('tells repeated sentences apart by their neighbours', () => {
    const alignments = alignRevisions(
      old,
      segmentsOf('Thông tin đối ngoại', story[0] ?? '', story[2] ?? ''),
    );
    expect(brief(alignments).at(-1)).toBe('same 6');
  });

  it('does not mind typing that changes nothing', () => {
    const fresh = segmentsOf('Thông tin đối ngoại', ...story.map((text) => text.normalize('NFD')));
    expect(brief(alignRevisions(old, fresh))).toEqual(
      old.map((_, index) => `same ${String(index)}`),
    );
  });

  it('works in Khmer', () => {
    const before = segmentsOf('ព័ត៌មាន', 'មានអ្នកចូលរួម ៨៥០ នាក់។ពិព័រណ៍បានបញ្ចប់។');
    const after = segmentsOf('ព័ត៌មាន', 'មានអ្នកចូលរួម ៨៧០ នាក់។ពិព័រណ៍\u200Bបានបញ្ចប់។');
    expect(brief(alignRevisions(before, after))).toEqual(['same 0', 'changed 1', 'same 2']);
  });

  it('uses each old segment once, and all of them when nothing changed', () => {
    const words = fc.array(fc.constantFrom('Một.', 'Hai ba bốn.', 'Hai ba năm.', 'Sáu.'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [segmentsOf('Tin', ...one), segmentsOf('Tin', ...other)];
        const used = alignRevisions(before, after).flatMap(({ old: index }) => index ?? []);
        expect(new Set(used).size).toBe(used.length);
        expect(alignRevisions(before, before)).toEqual(
          before.map((_, index) => ({ kind: 'same', old: index, moved: false })),
        );
      }),
    );
  });

  it('aligns ten thousand rewritten segments in seconds', () => {
    const many = (word: string) =>
      segmentsOf(
        'Tin',
        ...Array.from(
          { length: 10_000 },
          (_, n) => `Câu số ${String(n)} nói về ${word} ở Bạc Liêu.`,
        ),
      );
    const [before, after] = [many('lúa'), many('muối')];
    const started = performance.now();
    const alignments = alignRevisions(before, after);
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(alignments[5_000]).toMatchObject({ kind: 'changed', old: 5_000 });
  });
});
