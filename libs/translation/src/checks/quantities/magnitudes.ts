/** Powers of ten that words add to a number before them. */
const powers: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  trăm: 2,
  nghìn: 3,
  ngàn: 3,
  vạn: 4,
  triệu: 6,
  tỷ: 9,
  tỉ: 9,
  រយ: 2,
  ពាន់: 3,
  ម៉ឺន: 4,
  សែន: 5,
  លាន: 6,
  កោដិ: 7,
  ប៊ីលាន: 9,
  ប៊ីលីយ៉ុន: 9,
  ពាន់កោដិ: 10,
  ទ្រីលាន: 12,
  ទ្រីលីយ៉ុន: 12,
};
/** Short forms that are written to the number: `5bn`; `m` may be metres too. */
const shortPowers: Readonly<Record<string, readonly number[]>> = {
  k: [3],
  m: [6, 0],
  mn: [6],
  b: [9, 0],
  bn: [9],
  tn: [12],
  tr: [6],
};

const words = Object.keys(powers).sort((one, other) => other.length - one.length);
const khmer = words.filter((word) => /\p{Script=Khmer}/u.test(word));
const latin = words.filter((word) => !khmer.includes(word));
const GAP = '[\\s\\u200B\\u00A0-]{0,3}';
/** Khmer words end where they end, but not inside a syllable. */
const NEXT = new RegExp(
  `${GAP}(?:(${latin.join('|')})s?(?!\\p{L})|(${khmer.join('|')})(?![\\u17B4-\\u17D3]))`,
  'iuy',
);
const SHORT = /(bn|mn|tn|tr|k|m|b)(?!\p{L})/iuy;

export interface Magnitude {
  /** The powers of ten that it may stand for; `[0]` where there is none. */
  readonly powers: readonly number[];
  readonly end: number;
  /** Whether a word of number said so, not a short form. */
  readonly said: boolean;
}

/** Reads words such as `ngàn tỷ` or `hundred thousand` from `at` on: their powers add up. */
export function magnitudeAt(text: string, at: number, apart = false): Magnitude {
  let power = 0;
  let end = at;
  for (let count = 0; count < 4; count += 1) {
    const word = wordAt(NEXT, text, end);
    const found = powers[(word?.[1] ?? word?.[2] ?? '').toLowerCase()];
    if (word === null || found === undefined) break;
    power += found;
    end += word[0].length;
  }
  if (power > 0) return { powers: [power], end, said: true };
  const short = apart ? null : wordAt(SHORT, text, at);
  const found = shortPowers[short?.[1]?.toLowerCase() ?? ''];
  return short && found
    ? { powers: found, end: found.includes(0) ? at : at + short[0].length, said: false }
    : { powers: [0], end: at, said: false };
}

function wordAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
