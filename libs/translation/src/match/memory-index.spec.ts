import fc from 'fast-check';
import { newId } from '@desk/database';
import { MemoryIndex } from './memory-index.js';
import { score } from './score.js';
import { someText } from './texts.arbitrary.js';

/** Every unit scored, the best first, the newest of equal ones first. */
function bruteForce(units: ReadonlyMap<string, string>, text: string, least: number) {
  return [...units]
    .map(([id, known]) => ({ id, score: score(text, known) }))
    .filter((match) => match.score >= least)
    .sort((one, other) => other.score - one.score || (one.id < other.id ? 1 : -1));
}

describe('MemoryIndex', () => {
  it('finds what brute force finds, after additions, replacements and removals', () => {
    const step = fc.record({ what: fc.nat(9), which: fc.nat(), text: someText });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.array(someText, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(30, 60, 75),
        fc.constantFrom(8, 20),
        (steps, texts, least, blockUnits) => {
          const index = new MemoryIndex(blockUnits);
          const units = new Map<string, string>();
          for (const { what, which, text } of steps) {
            const known = [...units.keys()][which % Math.max(1, units.size)];
            const id = what > 4 || known === undefined ? newId() : known;
            if (what > 1 || known === undefined) {
              index.add({ id, text });
              units.set(id, text);
            } else {
              expect(index.remove(id)).toBe(true);
              units.delete(id);
            }
          }
          expect(index.size).toBe(units.size);
          for (const text of texts) {
            const wanted = bruteForce(units, text, least).map((match) => match.score);
            const found = index.lookUp(text, { least, limit: 4 });
            expect(found.map((match) => match.score)).toEqual(wanted.slice(0, 4));
            for (const match of found) {
              expect(match.score).toBe(score(text, units.get(match.id) ?? ''));
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives the newest of equal units, whatever the order in which they came', () => {
    const [first, second, third] = [newId(), newId(), newId()];
    for (const order of [
      [first, second, third],
      [third, first, second],
    ]) {
      const index = new MemoryIndex();
      for (const id of order) index.add({ id, text: 'Ngư dân được mùa tôm.' });
      const found = index.lookUp('Ngư dân được mùa tôm.', { limit: 2 });
      expect(found).toEqual([
        { id: third, score: 100 },
        { id: second, score: 100 },
      ]);
    }
  });

  it('keeps to the section that is asked for', () => {
    const index = new MemoryIndex();
    const [everywhere, economy, culture] = [newId(), newId(), newId()];
    const [one, other] = [newId(), newId()];
    index.add({ id: everywhere, text: 'Hội nghị tổng kết năm' });
    index.add({ id: economy, text: 'Hội nghị tổng kết năm', sectionId: one });
    index.add({ id: culture, text: 'Hội nghị tổng kết năm', sectionId: other });
    const ids = (sectionId?: string) =>
      index.lookUp('Hội nghị tổng kết năm', { sectionId }).map((match) => match.id);
    expect(ids()).toEqual([culture, economy, everywhere]);
    expect(ids(one)).toEqual([economy, everywhere]);
    expect(ids(newId())).toEqual([everywhere]);
  });

  it('finds phrases in every language, whole words first, wherever Khmer words are cut', () => {
    const index = new MemoryIndex(4);
    const texts = [
      'Sở Văn hoá và Thể thao',
      'Nền văn hóa, thể thao tỉnh nhà',
      'Văn hóaxyz',
      'ប្រជាជន\u200Bរស់នៅខេត្តបាក់លីវយូរហើយ',
      'The shrimp farmers of Bạc Liêu',
      'Năm 2013 có 12 hội nghị',
      'Thời tiết hôm nay',
    ];
    const ids = texts.map((text) => {
      const id = newId();
      index.add({ id, text });
      return id;
    });
    const found = (text: string) =>
      index.search(text).ids.map((id) => texts[ids.indexOf(id)]?.slice(0, 8));
    expect(found('VĂN HOÁ')).toEqual(['Nền văn ', 'Sở Văn h', 'Văn hóax']);
    expect(found('នៅខេត្តបាក់')).toEqual(['ប្រជាជន\u200B']);
    expect(found('farmer')).toEqual(['The shri']);
    expect(found('không có')).toEqual([]);
    expect(found('…')).toEqual([]);
    expect(index.search('ă', { limit: 1 })).toMatchObject({ total: 4 });
    index.remove(ids[0] ?? '');
    expect(found('văn hoá')).toEqual(['Nền văn ', 'Văn hóax']);
  });

  it('has no answer for texts without a word, but for their equals', () => {
    const index = new MemoryIndex();
    const id = newId();
    index.add({ id, text: '***' });
    expect(index.lookUp('***')).toEqual([{ id, score: 100 }]);
    expect(index.lookUp('---')).toEqual([]);
    expect(index.lookUp('')).toEqual([]);
  });

  it('takes long and hostile texts in bounded time', () => {
    const index = new MemoryIndex();
    const long = [
      'ក'.repeat(100_000),
      'a '.repeat(50_000),
      '1/'.repeat(50_000),
      '⟨1⟩'.repeat(9_000),
    ];
    const began = performance.now();
    for (const text of long) index.add({ id: newId(), text });
    for (const text of long) expect(index.lookUp(text)[0]?.score).toBe(100);
    expect(performance.now() - began).toBeLessThan(60_000);
  });
});
