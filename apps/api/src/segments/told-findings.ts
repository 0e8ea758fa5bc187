import type { FindingAnswer } from '@desk/contracts';
import { translate, type Language } from '@desk/languages';
import type { KnownFinding } from '@desk/translation';

/** Findings as they are answered: each with its message in the reader's language. */
export const toldFindings = (
  findings: readonly KnownFinding[],
  language: Language,
): FindingAnswer[] =>
  findings.map(({ key, check, severity, side, start, end, message, fix, dismissal }) => ({
    ...{ key, check, severity, side, start, end, dismissal },
    code: message.key,
    params: { ...message.params },
    message: translate(language, message.key, message.params),
    fix: fix ?? null,
  }));
