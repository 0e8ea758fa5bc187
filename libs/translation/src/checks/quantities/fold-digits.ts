const ZEROS = [0x17e0, 0xff10];

/** Khmer and full-width digits as 0 to 9; every character keeps its place. */
export const foldDigits = (text: string): string =>
  text.replace(/[\u17E0-\u17E9\uFF10-\uFF19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = ZEROS.find((start) => code >= start && code < start + 10) ?? code;
    return String(code - zero);
  });

/** The text with what stands there blotted out, so that a later reading does not see it again. */
export function blotted(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  let left = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    left += text.slice(at, from) + '\u0001'.repeat(end - from);
    at = end;
  }
  return left + text.slice(at);
}
