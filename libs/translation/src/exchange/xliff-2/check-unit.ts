import type { Problems } from '../problem.js';
import { childNamed, elementsOf, type XmlElement, within } from '../xml/element.js';
import { checkAnnotation } from './check-annotations.js';
import {
  checkCodeAttributes,
  checkDeleted,
  checkOrder,
  checkReordered,
  dataIds,
} from './check-codes.js';
import { checkModulesOnce, checkTargetIds, checkUnique, checkUnitIds } from './check-ids.js';
import { checkIts } from './check-its.js';
import { checkLanguage, checkLanguages, checkStates } from './check-languages.js';
import { checkModules } from './check-modules.js';
import { checkChains, checkMarks, checkPairs } from './check-pairs.js';
import { checkSizes } from './check-sizes.js';
import { checkStructure } from './check-structure.js';
import { prefixOf } from './namespaces.js';
import type { Scope } from './scope.js';
import type { SizeRules } from './size-rules.js';
import { holdersOf, inlinesOf, isCode, listed, sideOf } from './unit-parts.js';

/** Whether a unit is as XLIFF 2.1 demands, but for what points out of it. */
export function checkUnit(unit: XmlElement, scope: Scope, problems: Problems): void {
  checkStructure(unit, problems);
  const source = sideOf(unit, 'source');
  const target = sideOf(unit, 'target');
  checkUnitIds(unit, source, target, problems);
  checkStates(unit, target, problems);
  checkLanguages(unit, source, target, scope, problems);
  checkOrder(target, holdersOf(unit), problems);
  const inlines = [...inlinesOf(source), ...inlinesOf(target)];
  checkCodeAttributes(inlines.filter(isCode), dataIds(unit), problems);
  for (const side of [source, target]) {
    checkPairs(side, problems);
    checkMarks(side, problems);
    checkChains(side, problems);
  }
  checkDeleted(source, target, problems);
  checkReordered(source, target, problems);
  for (const mark of inlines.filter(({ name }) => name === 'mrk' || name === 'sm')) {
    checkAnnotation(mark, problems);
  }
  for (const match of listed(unit, 'mtc:matches', 'mtc:match')) checkMatch(match, scope, problems);
  checkExtras(unit, scope.ancestors, scope.sizes, problems);
  checkModulesOnce(unit, problems);
  for (const child of elementsOf(unit)) {
    if (prefixOf(child.name) !== '') checkModules(child, [...scope.ancestors, unit], problems);
  }
}

/** Sizes, formats and the Tag Set on an element and everything in it. */
export function checkExtras(
  element: XmlElement,
  ancestors: readonly XmlElement[],
  sizes: SizeRules,
  problems: Problems,
): void {
  const prefixed = [...element.attributes.keys()].some((name) => /^(slr|fs|itsm?):/.test(name));
  if (prefixed || element.name.startsWith('its:')) {
    checkSizes(element, ancestors, sizes, problems);
    checkIts(element, ancestors, problems);
  }
  const around = [...ancestors, element];
  for (const child of elementsOf(element)) checkExtras(child, around, sizes, problems);
}

/** A match has its own texts, codes and data, under the rules of a segment's. */
function checkMatch(match: XmlElement, scope: Scope, problems: Problems): void {
  const piece = (name: string) => {
    const element = childNamed(match, name);
    return element && { holder: match, element, inlines: [...within(element)].slice(1) };
  };
  const source = piece('source');
  const target = piece('target');
  const sides = [source, target].flatMap((one) => one ?? []);
  checkUnique(listed(match, 'originalData', 'data'), problems);
  for (const side of sides) {
    checkUnique(side.inlines, problems);
    checkPairs({ pieces: [side] }, problems);
    checkMarks({ pieces: [side] }, problems);
  }
  if (source && target) {
    const named = source.inlines.map((one) => [one.attributes.get('id') ?? '', one] as const);
    checkTargetIds(target.inlines, new Map(named), problems);
  }
  checkCodeAttributes(
    sides.flatMap(({ inlines }) => inlines.filter(isCode)),
    dataIds(match),
    problems,
  );
  const own = (element: XmlElement | undefined, wanted: string) => {
    if (element?.attributes.has('xml:lang')) checkLanguage(element, [], wanted, problems);
  };
  own(source?.element, scope.document.sourceLanguage);
  if (match.attributes.get('reference') !== 'yes') {
    own(target?.element, scope.document.targetLanguage ?? '');
  }
}
