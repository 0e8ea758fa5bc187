import type { ImportProblem } from '@desk/contracts';
import { translate, type Language } from '@desk/languages';

/** What is wrong with a file, in the reader's words. */
export const toldProblems = (
  problems: readonly Omit<ImportProblem, 'message'>[],
  language: Language,
): ImportProblem[] =>
  problems.map((problem) => ({
    ...problem,
    message: translate(language, `errors:${problem.code}`, problem.params),
  }));
