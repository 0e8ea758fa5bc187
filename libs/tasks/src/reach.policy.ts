import { taskKindSchema, type TaskKind } from '@desk/contracts';
import { languages, type Language } from '@desk/languages';
import { sectionsWhere, type Person, type Sections } from '@desk/people';
import { permissionFor } from './task.js';

/** Tasks of one kind that a person may do: in these sections, from and into these languages. */
export interface Reach {
  readonly kind: TaskKind;
  readonly sections: Sections;
  readonly pairs: readonly (readonly [language: Language, source: Language])[];
}

/**
 * The tasks that a person may do, so that a database can look for them. Every combination is
 * asked of `can`, which alone decides; whose own text it is, the list leaves out itself.
 */
export function reachOf(person: Person): Reach[] {
  const reach = new Map<
    string,
    { kind: TaskKind; sections: Sections; pairs: Reach['pairs'][number][] }
  >();
  for (const kind of taskKindSchema.options) {
    for (const language of languages) {
      for (const sourceLanguage of languages) {
        const sections = sectionsWhere(person, permissionFor[kind], { language, sourceLanguage });
        if (sections?.length === 0) continue;
        const key = `${kind} ${sections?.join(' ') ?? 'all'}`;
        const found = reach.get(key) ?? { kind, sections, pairs: [] };
        found.pairs.push([language, sourceLanguage]);
        reach.set(key, found);
      }
    }
  }
  return [...reach.values()];
}
