import { CodeNames } from '../code-names.js';
import {
  codeKinds,
  type ExchangeInline,
  type ExchangeMatch,
  type ExchangeState,
  type ExchangeTerm,
  type ReadUnit,
} from '../exchange-file.js';
import { GLOSSARY_NOTE } from '../own-names.js';
import type { Problems } from '../problem.js';
import { childNamed, elementsOf, textOf, type XmlElement } from '../xml/element.js';
import { inherited } from '../xml/inherited.js';
import { codeNamesIn, readText } from './read-text.js';

const named = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name);

/** A `trans-unit`. What its target is worth is seen by its text before its state is asked. */
export function readUnit(
  unit: XmlElement,
  ancestors: readonly XmlElement[],
  id: string,
  problems: Problems,
): ReadUnit | null {
  const around = [...ancestors, unit];
  const sources = named(unit, 'source');
  const targets = named(unit, 'target');
  const source = sources[0];
  if (source === undefined) {
    problems.add(unit, 'exchange.element_missing', { element: unit.name, child: 'source' });
    return null;
  }
  for (const second of [...sources.slice(1), ...targets.slice(1)]) {
    problems.add(second, 'exchange.element_misplaced', { element: second.name, parent: unit.name });
  }
  const target = targets[0];
  const names = new CodeNames([source, ...targets].flatMap(codeNamesIn));
  const text = (element: XmlElement) =>
    readText(element, names, inherited('xml:space', element, around) === 'preserve', problems);
  const sourceText = text(source);
  const targetText = target === undefined ? '' : text(target);
  const state = stateOf(unit, target, sourceText, targetText);
  const own = childNamed(unit, 'desk:unit');
  return {
    id,
    line: unit.line,
    version: numberIn(own?.attributes.get('version')),
    kind: /^x-(.+)$/.exec(unit.attributes.get('restype') ?? '')?.[1] ?? '',
    source: sourceText,
    target: state === 'untranslated' ? '' : targetText,
    state,
    translatable: inherited('translate', unit, ancestors) !== 'no',
    codes: told(names.codes, own),
    notes: named(unit, 'note')
      .map((note) => ({ text: textOf(note), from: note.attributes.get('from') ?? '' }))
      .filter(({ from }) => from !== GLOSSARY_NOTE),
    matches: named(unit, 'alt-trans').flatMap((match) => matchesOf(match, sourceText, problems)),
    terms: own === undefined ? [] : named(own, 'desk:term').map(termOf),
  };
}

/** Tools leave the state as it was: a target unlike its source has been translated. */
function stateOf(
  unit: XmlElement,
  target: XmlElement | undefined,
  source: string,
  text: string,
): ExchangeState {
  const state = target?.attributes.get('state');
  if (text === '') return 'untranslated';
  if (unit.attributes.get('approved') === 'yes') return 'reviewed';
  if (state === 'signed-off' || state === 'final') return 'reviewed';
  if (state === 'translated') return 'confirmed';
  const untouched = state === undefined || state === 'new' || state === 'needs-translation';
  return untouched && text === source ? 'untranslated' : 'draft';
}

function matchesOf(match: XmlElement, source: string, problems: Problems): ExchangeMatch[] {
  const own = childNamed(match, 'source');
  const targets = named(match, 'target');
  const names = new CodeNames([...(own ? [own] : []), ...targets].flatMap(codeNamesIn));
  const quality = /^\s*(\d+(?:\.\d+)?)\s*%?\s*$/.exec(match.attributes.get('match-quality') ?? '');
  const kind = /^x-(context|memory|machine)$/.exec(match.attributes.get('extype') ?? '')?.[1];
  return targets.map((target) => ({
    source: own === undefined ? source : readText(own, names, true, problems),
    target: readText(target, names, true, problems),
    score: Math.min(101, Number(quality?.[1] ?? 0)),
    kind: kind === 'context' || kind === 'machine' ? kind : 'memory',
    origin: match.attributes.get('origin') ?? '',
  }));
}

/** The codes with what our own element tells of them. */
function told(codes: readonly ExchangeInline[], own: XmlElement | undefined): ExchangeInline[] {
  const entries = new Map(
    (own === undefined ? [] : named(own, 'desk:code')).map(({ attributes }) => [
      attributes.get('id') ?? '',
      attributes,
    ]),
  );
  return codes.map((code) => {
    const entry = entries.get(String(code.id));
    if (entry === undefined) return code;
    const kind = codeKinds.find((one) => one === entry.get('kind')) ?? code.kind;
    return { id: code.id, kind, start: entry.get('start') ?? '', end: entry.get('end') ?? '' };
  });
}

function termOf(term: XmlElement): ExchangeTerm {
  const text = (name: string) => {
    const element = childNamed(term, name);
    return element === undefined ? '' : textOf(element);
  };
  return {
    source: text('desk:source'),
    translations: named(term, 'desk:translation').map((translation) => {
      const status = translation.attributes.get('status');
      return {
        text: textOf(translation),
        status: status === 'forbidden' || status === 'admitted' ? status : 'preferred',
      };
    }),
    definition: text('desk:definition'),
  };
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
