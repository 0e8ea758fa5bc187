import type { EditionAction } from '@desk/contracts';
import { NotAllowed, Invalid, Refused, type NewsroomError } from '@desk/errors';
import { can, type About, type Person } from '@desk/people';
import type { Edition } from './edition.js';
import { transition, type MustSay } from './edition.workflow.js';
import type { Said } from './transition-part.js';

/** What permissions about an edition are asked with. */
export const aboutEdition = (edition: Edition): About => ({
  sectionId: edition.sectionId,
  language: edition.language,
  sourceLanguage: edition.sourceLanguage,
  contributors: edition.contributors,
});

/**
 * What the table and the person's roles hold against an action; null when nothing. `person`
 * null is the system, which has every permission and no other privilege.
 */
export function objection(
  action: EditionAction,
  edition: Edition,
  person: Person | null,
): NewsroomError | null {
  const row = transition(action);
  if (person && !can(person, row.permission, aboutEdition(edition))) {
    const ofOthers = { ...aboutEdition(edition), contributors: [] };
    const isOwn = can(person, row.permission, ofOthers);
    return new NotAllowed(isOwn ? 'transition.own_text' : 'transition.not_permitted', { action });
  }
  if (!row.from.includes(edition.state)) {
    return new Refused('transition.wrong_state', { action, state: edition.state });
  }
  if (!row.while.includes(edition.liveness)) {
    return new Refused(`transition.while_${edition.liveness}`, { action });
  }
  return null;
}

/** The first thing that had to be said with the action and was not. */
export function unsaid(action: EditionAction, said: Said, at: Date): NewsroomError | null {
  const missing = transition(action).mustSay.find((what) => !isSaid(what, said));
  if (missing) return new Invalid(`transition.say_${codeOf[missing]}`, { action });
  if (said.publishAt && action === 'schedule' && said.publishAt <= at) {
    return new Invalid('transition.publish_at_past', { publishAt: said.publishAt.toISOString() });
  }
  return null;
}

const codeOf: Record<MustSay, string> = {
  comment: 'comment',
  revisionHash: 'revision_hash',
  publishAt: 'publish_at',
  note: 'note',
  reason: 'reason',
};

function isSaid(what: MustSay, said: Said): boolean {
  const value = said[what];
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
}
