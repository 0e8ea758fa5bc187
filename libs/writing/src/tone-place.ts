/** Where the tone of oa, oe, uy stands: hòa (old) or hoà (new). Both are correct. */
export const tonePlaces = ['old', 'new'] as const;
export type TonePlace = (typeof tonePlaces)[number];

const firstBare: Readonly<Record<string, string>> = { o: 'òóỏõọ', u: 'ùúủũụ' };
const secondBare: Readonly<Record<string, string>> = { a: 'àáảãạ', e: 'èéẻẽẹ', y: 'ỳýỷỹỵ' };

/** Pairs of the old place and the new one, small and with a capital in either letter. */
const pairs = new Map<string, string>();
for (const [first, second] of [
  ['o', 'a'],
  ['o', 'e'],
  ['u', 'y'],
] as const) {
  const [marked, after] = [firstBare[first] ?? '', secondBare[second] ?? ''];
  [...marked].forEach((letter, tone) => {
    const [old, now] = [letter + second, first + (after[tone] ?? '')];
    for (const change of [same, capital, upper]) pairs.set(change(old), change(now));
  });
}
const back = new Map([...pairs].map(([old, now]) => [now, old]));

function same(text: string): string {
  return text;
}
function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
function upper(text: string): string {
  return text.toUpperCase();
}

/** Where the tone of this word stands (not after q: there the y alone carries it); null when it can stand in one place only. */
export function tonePlaceOf(word: string): TonePlace | null {
  const pair = word.slice(-2);
  if (/q/iu.test(word.slice(-3, -2))) return null;
  return pairs.has(pair) ? 'old' : back.has(pair) ? 'new' : null;
}

/** The text with the tones of oa, oe, uy in one place. */
export function withTonePlace(text: string, place: TonePlace): string {
  const table = place === 'new' ? pairs : back;
  return text.replace(/\p{L}{2,}/gu, (word) => {
    if (tonePlaceOf(word) === null) return word;
    const pair = word.slice(-2);
    return word.slice(0, -2) + (table.get(pair) ?? pair);
  });
}
