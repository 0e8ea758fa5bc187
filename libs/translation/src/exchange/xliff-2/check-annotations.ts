import type { Problems } from '../problem.js';
import type { XmlElement } from '../xml/element.js';

/** What an annotation must say, by its type. */
export function checkAnnotation(mark: XmlElement, problems: Problems): void {
  const type = mark.attributes.get('type') ?? 'generic';
  const has = (name: string) => mark.attributes.has(name);
  const its = [...mark.attributes.keys()].some((name) => /^itsm?:/.test(name));
  if (type === 'generic' && !has('translate') && !its) {
    problems.add(mark, 'exchange.attribute_missing', {
      attribute: 'translate',
      element: mark.name,
    });
  }
  if (type === 'comment' && has('value') === has('ref')) {
    if (has('ref')) {
      problems.add(mark, 'exchange.attribute_excluded', { attribute: 'ref', element: mark.name });
    } else {
      problems.add(mark, 'exchange.attribute_missing', { attribute: 'value', element: mark.name });
    }
  }
  if (type === 'mtc:match' && has('ref')) {
    problems.add(mark, 'exchange.attribute_excluded', { attribute: 'ref', element: mark.name });
  }
}
