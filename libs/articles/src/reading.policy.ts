import { Missing } from '@desk/errors';
import { can, type Person } from '@desk/people';

/**
 * Lets pass what the person may see. What they may not see does not exist for them: the
 * answer is the same as for an id that never was.
 * @param asked what was asked for, where that was not the edition itself
 * @throws Missing `edition.missing`, or what `asked` says
 */
export function readableEdition(
  person: Person,
  edition: { id: string; sectionId: string },
  asked = new Missing('edition.missing', { id: edition.id }),
): void {
  if (!can(person, 'article.read', { sectionId: edition.sectionId })) throw asked;
}
