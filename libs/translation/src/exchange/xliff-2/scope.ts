import type { XmlElement } from '../xml/element.js';
import type { SizeRules } from './size-rules.js';

/** What an element inherits from those around it, the nearest first. */
export interface Scope {
  readonly document: { readonly sourceLanguage: string; readonly targetLanguage: string | null };
  /** From the root to the parent. */
  readonly ancestors: readonly XmlElement[];
  readonly sizes: SizeRules;
}
