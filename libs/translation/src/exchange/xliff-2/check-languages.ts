import type { Problems } from '../problem.js';
import type { XmlElement } from '../xml/element.js';
import { withinLanguage } from '../language-tag.js';
import { inherited } from '../xml/inherited.js';
import type { Scope } from './scope.js';
import { holdersOf, type Side } from './unit-parts.js';

/** Texts are in the languages of the document, and both sides treat white space alike. */
export function checkLanguages(
  unit: XmlElement,
  source: Side,
  target: Side,
  scope: Scope,
  problems: Problems,
): void {
  const around = [...scope.ancestors, unit];
  const { sourceLanguage, targetLanguage } = scope.document;
  for (const { element } of source.pieces) {
    checkLanguage(element, around, sourceLanguage, problems);
  }
  for (const { element } of target.pieces) {
    if (targetLanguage === null) {
      problems.add(element, 'exchange.attribute_needed', {
        attribute: 'trgLang',
        because: 'target',
      });
    } else checkLanguage(element, around, targetLanguage, problems);
  }
  const targets = new Map(target.pieces.map(({ holder, element }) => [holder, element]));
  for (const { holder, element } of source.pieces) {
    const other = targets.get(holder);
    if (other !== undefined && spaceOf(element, around) !== spaceOf(other, around)) {
      problems.add(other, 'exchange.space_differs');
    }
  }
}

export function checkLanguage(
  element: XmlElement,
  around: readonly XmlElement[],
  wanted: string,
  problems: Problems,
): void {
  const language = inherited('xml:lang', element, around);
  if (language === undefined || withinLanguage(language, wanted)) return;
  problems.add(element, 'exchange.language_differs', { language, wanted, element: element.name });
}

const spaceOf = (element: XmlElement, around: readonly XmlElement[]): string =>
  inherited('xml:space', element, around) ?? 'default';

/** A segment that says more of its state than it has. */
export function checkStates(unit: XmlElement, target: Side, problems: Problems): void {
  const translated = new Set(target.pieces.map(({ holder }) => holder));
  const holders = holdersOf(unit);
  if (!holders.some(({ name }) => name === 'segment')) {
    problems.add(unit, 'exchange.element_missing', { element: 'unit', child: 'segment' });
  }
  for (const holder of holders) {
    const state = holder.attributes.get('state');
    if (holder.attributes.has('subState') && state === undefined) {
      problems.add(holder, 'exchange.attribute_needed', {
        attribute: 'state',
        because: 'subState',
      });
    }
    if (state !== undefined && state !== 'initial' && !translated.has(holder)) {
      problems.add(holder, 'exchange.element_missing', { element: 'segment', child: 'target' });
    }
  }
}
