import type { SuggestionsAnswer } from '@desk/contracts';
import { translate, type Language } from '@desk/languages';
import type { SuggestionsSeen } from '@desk/translation';

/** What the engine did, with the reason in the reader's language. */
export const toldSuggestions = (
  seen: SuggestionsSeen | null,
  language: Language,
): SuggestionsAnswer | null =>
  seen && {
    ...seen,
    message: seen.reason && translate(language, `workflow:suggestions.${seen.reason}`),
  };
