import type { WritingFinding, WritingLine } from '@desk/contracts';

export type { WritingFinding, WritingLine };

/** What a rule says of a stretch of one line; nothing said of corrections: there is none. */
export type Found = Pick<WritingFinding, 'kind' | 'from' | 'to' | 'words'> &
  Partial<Pick<WritingFinding, 'corrections' | 'safe' | 'other'>>;

/** A stretch of a line as a finding. */
export function finding(line: WritingLine, found: Found): WritingFinding {
  return { path: line.path, corrections: [], safe: false, other: null, ...found };
}
