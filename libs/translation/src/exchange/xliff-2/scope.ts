import type { XmlElement } from '../xml/element.js';
import type { SizeRules } from './size-rules.js';

/** What an element inherits from those around it, the nearest first. */
export interface Scope {
  readonly document: { readonly sourceLanguage: string; readonly targetLanguage: string | null };
  /** From the root to the parent. */
  readonly ancestors: readonly XmlElement[];
  readonly sizes: SizeRules;
}

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

/** `en-IE` is within `en`. */
export function withinLanguage(tag: string, wanted: string): boolean {
  const [inner, outer] = [tag.trim().toLowerCase(), wanted.trim().toLowerCase()];
  return inner === outer || inner.startsWith(`${outer}-`);
}
