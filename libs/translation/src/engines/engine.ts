import type { EngineName } from '@desk/contracts';
import type { Language } from '@desk/languages';

export { engineNames, type EngineName } from '@desk/contracts';

/** How the glossary says something in the other language. */
export interface TermPair {
  readonly source: string;
  readonly target: string;
}

/** A term where it stands; places count UTF-16 units of the plain text. */
export interface PlacedTerm extends TermPair {
  readonly start: number;
  readonly end: number;
}

/** A sentence in the written form of segments (`⟨1⟩…⟨/1⟩`, `⟨2/⟩`), with the terms in it. */
export interface EngineText {
  readonly text: string;
  readonly terms: readonly PlacedTerm[];
}

/** What is asked of an engine at a time. */
export interface EngineBatch {
  readonly texts: readonly EngineText[];
  readonly from: Language;
  readonly to: Language;
  /** The whole glossary of the two languages, for engines that keep one of their own. */
  readonly glossary: readonly TermPair[];
}

/** What an engine takes in one request. */
export interface EngineLimits {
  readonly texts: number;
  /** Of all texts together, as they are sent. */
  readonly characters: number;
}

/** A machine that translates. It speaks one protocol and knows nothing of budgets or caches. */
export interface Engine {
  readonly name: EngineName;
  /** The model, where an engine has several: what one says is not what another would. */
  readonly model: string;
  readonly limits: EngineLimits;
  /** Asked again, it says the same. A model may do better the next time. */
  readonly repeatsItself: boolean;
  /** How many characters are sent for a text, marks included: so they are counted and charged. */
  charactersOf(text: EngineText): number;
  /**
   * The translations in the order of the texts, in the written form; null for one that the
   * engine left out or spoiled so that its marks cannot be read.
   * @throws EngineTrouble when there is no answer to the whole request
   */
  translate(batch: EngineBatch, signal: AbortSignal): Promise<readonly (string | null)[]>;
}
