import type { TaskWithOptions } from '@desk/contracts';
import { translate, type Language } from '@desk/languages';
import type { TaskOffer } from '@desk/tasks';

/** A task with the reasons against what may not be done with it, in the reader's language. */
export const spelledOut = (task: TaskOffer, language: Language): TaskWithOptions => ({
  ...task,
  allowed: task.allowed.map(({ deed, allowed, because }) => ({
    deed,
    allowed,
    because: because && {
      code: because.code,
      message: translate(language, `errors:${because.code}`, because.facts),
      facts: { ...because.facts },
    },
  })),
});
