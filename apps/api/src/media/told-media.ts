import type { MediaView } from '@desk/articles';
import type { Media } from '@desk/contracts';
import { translate, type Language } from '@desk/languages';

/** A medium with what went wrong said in the reader's language. */
export const toldMedia = ({ problem, ...view }: MediaView, language: Language): Media => ({
  ...view,
  problem:
    problem === null ? null : { code: problem, message: translate(language, `errors:${problem}`) },
});
