import { Invalid } from '@desk/errors';
import { cleanText } from '@desk/languages';
import { checkCodes, plainText } from '../segments/index.js';

/** A translation is seldom twice as long; what goes on and on is none. */
const longest = (source: string): number => Math.min(20_000, source.length * 5 + 200);

/**
 * What an engine said as a target that a person can go on from; null when its marks did not
 * survive, when it says nothing, or when it cannot be a translation.
 */
export function fitSuggestion(source: string, said: string | null): string | null {
  if (said === null || said.length > longest(source)) return null;
  try {
    const target = cleanText(said).trim();
    if (!/[\p{L}\p{N}]/u.test(plainText(target))) return null;
    return checkCodes(source, target).length === 0 ? target : null;
  } catch (error) {
    if (error instanceof Invalid) return null;
    throw error;
  }
}
