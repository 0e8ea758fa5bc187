import type { Problems } from '../problem.js';
import type { XmlElement } from '../xml/element.js';
import type { SizeRules } from './size-rules.js';

const restrictions = [
  ['slr:sizeRestriction', 'generalProfile'],
  ['slr:storageRestriction', 'storageProfile'],
] as const;
const LENGTHS = /^\s*(\*|\d+)\s*(,\s*(\*|\d+)\s*)?$/;

/** The attributes of sizes and lengths, and of formats, on an element of the core. */
export function checkSizes(
  element: XmlElement,
  ancestors: readonly XmlElement[],
  rules: SizeRules,
  problems: Problems,
): void {
  const value = (name: string) => element.attributes.get(name);
  if (value('slr:sizeInfo') !== undefined && value('slr:sizeInfoRef') !== undefined) {
    problems.add(element, 'exchange.attribute_excluded', {
      attribute: 'slr:sizeInfoRef',
      element: element.name,
    });
  }
  for (const [name, profile] of restrictions) {
    const length = value(name);
    if (length === undefined || LENGTHS.test(length) || !rules.standard(profile, ancestors))
      continue;
    problems.add(element, 'exchange.attribute_invalid', {
      attribute: name,
      element: element.name,
      value: length.slice(0, 80),
    });
  }
  const reference = value('slr:sizeInfoRef');
  if (reference !== undefined && !rules.knows(reference, ancestors)) {
    problems.add(element, 'exchange.reference_broken', {
      attribute: 'slr:sizeInfoRef',
      value: reference,
    });
  }
  if (value('fs:subFs') !== undefined && value('fs:fs') === undefined) {
    problems.add(element, 'exchange.attribute_needed', { attribute: 'fs:fs', because: 'fs:subFs' });
  }
}
