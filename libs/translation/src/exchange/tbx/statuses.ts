import type { TermStatus } from '../exchange-file.js';

/** How TBX says the status of a term. */
export const statusValues: Readonly<Record<TermStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};

/** Also the words of other dialects; null for none that is known. */
export function statusOf(value: string): TermStatus | null {
  const word = value
    .trim()
    .replace(/(Term)?(-admn-sts)?$/, '')
    .toLowerCase();
  if (['preferred', 'standardized', 'standardizedterm'].includes(word)) return 'preferred';
  if (['admitted', 'legal', 'regulated'].includes(word)) return 'admitted';
  if (['deprecated', 'superseded', 'forbidden', 'notrecommended', 'obsolete'].includes(word)) {
    return 'forbidden';
  }
  return null;
}
