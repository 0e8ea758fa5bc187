import type { XmlElement } from './element.js';

/** The value of an attribute here, or else on the nearest of those around. */
export function inherited(
  name: string,
  element: XmlElement,
  ancestors: readonly XmlElement[],
): string | undefined {
  return (
    element.attributes.get(name) ??
    ancestors.findLast((ancestor) => ancestor.attributes.has(name))?.attributes.get(name)
  );
}
