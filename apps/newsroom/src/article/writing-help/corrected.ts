import type { WritingFinding } from '@desk/contracts';

/** A line with a correction in the place of a finding's words; null when they stand there no more. */
export function corrected(
  line: string,
  { from, to, words }: Pick<WritingFinding, 'from' | 'to' | 'words'>,
  correction: string,
): string | null {
  if (line.slice(from, to) !== words) return null;
  const [before, after] = [line.slice(0, from), line.slice(to)];
  // Where words are taken out, no two spaces stay.
  return correction === ''
    ? (before + after.replace(/^ /, '')).trimStart()
    : before + correction + after;
}
