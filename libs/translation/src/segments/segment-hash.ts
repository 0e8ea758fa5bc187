import { createHash } from 'node:crypto';
import type { Code } from './segment.js';

/**
 * Names what a translator has to translate, as 64 hexadecimal digits: equal hashes may share a
 * translation as it is. Zero-width characters, kinds of spaces and NFC/NFD make no difference;
 * case, punctuation and the kinds of the codes do, where a link leads does not.
 */
export function segmentHash(source: string, codes: readonly Code[]): string {
  const text = source
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const kinds = codes.map((code) => `${String(code.id)}${code.type}`).join(' ');
  return sha256(`${kinds}\n${text}`);
}

/** The neighbours of a segment: the hashes of the one before and the one after, '' at the ends. */
export function contextHash(previous: string, next: string): string {
  return sha256(`${previous}\n${next}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
