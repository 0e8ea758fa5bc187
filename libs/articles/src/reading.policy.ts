import { Missing } from '@desk/errors';
import { can, type Person } from '@desk/people';

/**
 * Lets pass what the person may see. What they may not see does not exist for them: the
 * answer is the same as for an id that never was.
 * @throws Missing `edition.missing`
 */
export function readableEdition(person: Person, edition: { id: string; sectionId: string }): void {
  if (!can(person, 'article.read', { sectionId: edition.sectionId })) {
    throw new Missing('edition.missing', { id: edition.id });
  }
}
