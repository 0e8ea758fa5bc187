/**
 * Numbers as keys that are equal when their values are: digits without zeros at the ends, and a
 * power of ten. Exact for any length, as floating point is not.
 */
export function decimalKey(whole: string, fraction = '', power = 0): string {
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return '0e0';
  return `${kept}e${String(power - fraction.length + (digits.length - kept.length))}`;
}

/** The key of a number that words say, at most nine hundred quadrillion. */
export function keyOfNumber(value: number, power = 0): string {
  const [whole = '0', fraction = ''] = String(value).split('.');
  return /^\d+$/.test(whole) && /^\d*$/.test(fraction) ? decimalKey(whole, fraction, power) : '';
}

/** The number of a key; not exact above 15 digits. */
export const valueOfKey = (key: string): number => Number(key);

/** How a written number may be read. */
export interface Readings {
  /** Keys of the values that it may have. */
  readonly keys: readonly string[];
  /** Readings that only make sense before `million` and the like: `1.234` as one and a bit. */
  readonly scaledKeys: readonly string[];
  /** The numbers of a row such as `1.2.3`, which has no value. */
  readonly row: readonly string[] | null;
}

/** Reads `1.000,5`, `1,000.5`, `1 000,5`, `1000.5` by trying each separator in each role. */
export function readingsOf(token: string): Readings {
  const text = token.replace(/[\s\u00A0\u202F\u2009]/g, '');
  const separators = [...new Set(text.replace(/\d/g, ''))];
  const [first, second] = separators;
  const one = (key: string): Readings => ({ keys: [key], scaledKeys: [key], row: null });
  if (first === undefined) return one(decimalKey(text));
  if (second !== undefined) {
    const cut = text.lastIndexOf(second);
    const whole = text.slice(0, cut);
    const fraction = text.slice(cut + 1);
    return separators.length === 2 && !whole.includes(second) && grouped(whole, first)
      ? one(decimalKey(whole.split(first).join(''), fraction))
      : { keys: [], scaledKeys: [], row: text.split(/\D/) };
  }
  const groups = text.split(first);
  const joined = decimalKey(groups.join(''));
  if (groups.length > 2) {
    return grouped(text, first) ? one(joined) : { keys: [], scaledKeys: [], row: groups };
  }
  const decimal = decimalKey(groups[0] ?? '', groups[1] ?? '');
  return grouped(text, first)
    ? { keys: [joined], scaledKeys: [joined, decimal], row: null }
    : { ...one(decimal), row: first === ',' ? groups : null };
}

/** Whether the separator parts thousands: groups of three after a first one of one to three. */
function grouped(text: string, separator: string): boolean {
  const [first = '', ...rest] = text.split(separator);
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => group.length === 3);
}
