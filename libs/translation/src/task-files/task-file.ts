import { z } from 'zod';
import type { FoundTerm, MemoryMatch } from '@desk/contracts';
import type {
  ExchangeFile,
  ExchangeInline,
  ExchangeMatch,
  ExchangeTerm,
  ExchangeUnit,
} from '../exchange/index.js';
import type { StoredSegment } from '../segment.js';
import { checkCodes, codeSchema, type Code } from '../segments/index.js';

const codesSchema = z.array(codeSchema);

/** A translation's segments as a file for translation tools. */
export function taskFile(
  about: Omit<ExchangeFile, 'units'>,
  segments: readonly StoredSegment[],
  termsOf: (segment: StoredSegment) => readonly FoundTerm[],
  matchesOf: (segment: StoredSegment) => readonly MemoryMatch[],
): ExchangeFile {
  const units = segments.map((segment) => unitOf(segment, termsOf(segment), matchesOf(segment)));
  return { ...about, units };
}

function unitOf(
  segment: StoredSegment,
  terms: readonly FoundTerm[],
  matches: readonly MemoryMatch[],
): ExchangeUnit {
  const { id, version, kind, source, target, status, previousSource } = segment;
  return {
    id,
    version,
    kind,
    source,
    target,
    state: target === '' ? 'untranslated' : status === 'confirmed' ? 'confirmed' : 'draft',
    translatable: true,
    codes: codesSchema.parse(segment.codes).map(inlineOf),
    notes: previousSource === null ? [] : [{ text: previousSource, from: 'previous source' }],
    matches: [...suggestionIn(segment), ...matches.flatMap((match) => matchOf(segment, match))],
    terms: terms.flatMap(termOf),
  };
}

/** A match whose codes are not the segment's own would break the file that it is written into. */
function matchOf(
  { source: text }: StoredSegment,
  { source, target, score, pivot }: MemoryMatch,
): ExchangeMatch[] {
  if (checkCodes(text, target).length > 0 || checkCodes(text, source).length > 0) return [];
  const kind = score > 100 ? 'context' : 'memory';
  return [{ source, target, score: Math.min(score, 100), kind, origin: pivot ?? 'Mekong Desk' }];
}

/** A suggestion is told as one too, so that a tool shows whose it is; it is like nothing known. */
function suggestionIn({ source, target, origin, engine }: StoredSegment): ExchangeMatch[] {
  if (origin !== 'engine' || engine === null) return [];
  return [{ source, target, score: 0, kind: 'machine', origin: engine }];
}

/** What a translator sees in place of a code. */
function inlineOf(code: Code): ExchangeInline {
  const { id } = code;
  switch (code.type) {
    case 'bold':
      return { id, kind: 'bold', start: '<b>', end: '</b>' };
    case 'italic':
      return { id, kind: 'italic', start: '<i>', end: '</i>' };
    case 'link':
      return { id, kind: 'link', start: `<a href="${code.attrs.href}">`, end: '</a>' };
    case 'hardBreak':
      return { id, kind: 'break', start: '<br/>', end: '' };
    case 'footnote':
      return { id, kind: 'footnote', start: '[*]', end: '' };
  }
}

function termOf({ term, note, targets }: FoundTerm): ExchangeTerm[] {
  const translations = targets.map(({ term: text, status }) => ({ text, status }));
  return translations.length === 0 ? [] : [{ source: term, translations, definition: note }];
}
