import { CodeNames } from '../code-names.js';
import type { ExchangeMatch, ExchangeState, ExchangeTerm, ReadUnit } from '../exchange-file.js';
import { childNamed, elementsOf, textOf, type XmlElement } from '../xml/element.js';
import { originalData, readText } from './read-text.js';
import { inherited } from '../xml/inherited.js';
import { holdersOf, inlinesOf, listed, sideOf } from './unit-parts.js';

const OWN = 'mekong-desk';

/** The segments of a unit that stands as it should. `key` names the unit in the whole document. */
export function readUnit(
  unit: XmlElement,
  ancestors: readonly XmlElement[],
  key: string,
): ReadUnit[] {
  const around = [...ancestors, unit];
  const segments = holdersOf(unit).filter(({ name }) => name === 'segment');
  const data = originalData(unit);
  const shared = {
    version: versionOf(unit),
    kind: /^mekong:(.+)$/.exec(unit.attributes.get('type') ?? '')?.[1] ?? '',
    translatable: inherited('translate', unit, ancestors) !== 'no',
    notes: listed(unit, 'notes', 'note').map((note) => ({
      text: textOf(note),
      from: note.attributes.get('category') ?? '',
    })),
    terms: listed(unit, 'gls:glossary', 'gls:glossEntry').map(termOf),
  };
  const matches = matchesByReference(unit);
  const names = codeNames(unit);
  const texts = segments.map((segment) => {
    const text = (name: string): string => {
      const element = childNamed(segment, name);
      if (element === undefined) return '';
      return readText(element, names, data, keepsSpace(element, around));
    };
    return { source: text('source'), target: text('target') };
  });
  const { codes } = names;
  return segments.map((segment, index) => {
    const id = segment.attributes.get('id');
    const { source = '', target = '' } = texts[index] ?? {};
    const own =
      segments.length === 1 ? [...matches.values()].flat() : (matches.get(id ?? '') ?? []);
    return {
      ...shared,
      id: segments.length === 1 ? key : `${key}#${id ?? String(index + 1)}`,
      line: segment.line,
      source,
      target,
      state: stateOf(segment.attributes.get('state'), target),
      codes,
      matches: own.map(matchOf),
    };
  });
}

function matchesByReference(unit: XmlElement): Map<string, XmlElement[]> {
  const found = new Map<string, XmlElement[]>();
  for (const match of listed(unit, 'mtc:matches', 'mtc:match')) {
    const reference = match.attributes.get('ref')?.replace(/^#/, '') ?? '';
    const others = found.get(reference);
    if (others) others.push(match);
    else found.set(reference, [match]);
  }
  return found;
}

function codeNames(unit: XmlElement): CodeNames {
  const sides = [sideOf(unit, 'source'), sideOf(unit, 'target')];
  return new CodeNames(
    sides.flatMap((side) => inlinesOf(side).map(({ attributes }) => attributes.get('id') ?? '')),
  );
}

const keepsSpace = (element: XmlElement, around: readonly XmlElement[]): boolean =>
  inherited('xml:space', element, around) === 'preserve';

function stateOf(state: string | undefined, target: string): ExchangeState {
  if (target === '') return 'untranslated';
  if (state === 'translated') return 'confirmed';
  return state === 'reviewed' || state === 'final' ? 'reviewed' : 'draft';
}

function matchOf(match: XmlElement): ExchangeMatch {
  const data = originalData(match);
  const names = new CodeNames(elementsOf(match).flatMap((side) => idsIn(side)));
  const text = (name: string): string => {
    const element = childNamed(match, name);
    return element === undefined ? '' : readText(element, names, data, true);
  };
  const type = match.attributes.get('type') ?? 'tm';
  const similarity = Number(
    match.attributes.get('similarity') ?? match.attributes.get('matchQuality') ?? 0,
  );
  const kind = type === 'icm' || type === 'idm' ? 'context' : type === 'mt' ? 'machine' : 'memory';
  return {
    source: text('source'),
    target: text('target'),
    score: kind === 'context' && similarity === 100 ? 101 : similarity,
    kind,
    origin: match.attributes.get('origin') ?? '',
  };
}

function idsIn(element: XmlElement): string[] {
  const id = element.attributes.get('id');
  return [...(id === undefined ? [] : [id]), ...elementsOf(element).flatMap(idsIn)];
}

function termOf(entry: XmlElement): ExchangeTerm {
  const text = (name: string) => {
    const element = childNamed(entry, name);
    return element === undefined ? '' : textOf(element);
  };
  return {
    source: text('gls:term'),
    translations: elementsOf(entry)
      .filter(({ name }) => name === 'gls:translation')
      .map((translation) => {
        const status = translation.attributes.get('desk:status');
        return {
          text: textOf(translation),
          status: status === 'forbidden' || status === 'admitted' ? status : 'preferred',
        };
      }),
    definition: text('gls:definition'),
  };
}

/** What our files say in their metadata. */
export function ownMeta(holder: XmlElement, type: string): string | null {
  for (const group of listed(holder, 'mda:metadata', 'mda:metaGroup')) {
    if (group.attributes.get('category') !== OWN) continue;
    const meta = elementsOf(group).find(({ attributes }) => attributes.get('type') === type);
    if (meta !== undefined) return textOf(meta);
  }
  return null;
}

function versionOf(unit: XmlElement): number | null {
  const version = ownMeta(unit, 'version');
  return version !== null && /^\d{1,9}$/.test(version) ? Number(version) : null;
}
