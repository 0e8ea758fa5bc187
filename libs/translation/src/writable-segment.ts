import type { EntityManager } from 'typeorm';
import {
  aboutEdition,
  edition as readEdition,
  readableEdition,
  type Edition,
} from '@desk/articles';
import { Missing, NotAllowed, Refused, type ErrorFacts } from '@desk/errors';
import { can, type Person } from '@desk/people';
import type { StoredSegment } from './segment.js';
import { holdEdition, preparedRevision, segment as readSegment } from './segments.queries.js';

/** The states in which a translation may be written. */
const writable = ['draft', 'changes_requested'];

/**
 * A segment that the person may work on now, its edition held until the transaction ends.
 * @param yours what the person has typed, to be given back with a refusal
 * @throws Refused `segment.superseded` when the source has moved on, `edition.not_writable`
 */
export async function writableSegment(
  tx: EntityManager,
  person: Person,
  segmentId: string,
  yours: ErrorFacts = {},
): Promise<{ segment: StoredSegment; edition: Edition }> {
  const { editionId } = await readSegment(tx, segmentId);
  await holdEdition(tx, editionId);
  const segment = await readSegment(tx, segmentId);
  const edition = await readEdition(tx, editionId);
  readableEdition(person, edition, new Missing('segment.missing', { id: segmentId }));
  if (!can(person, 'edition.write', aboutEdition(edition))) {
    throw new NotAllowed('permission.denied', { permission: 'edition.write' });
  }
  if (!writable.includes(edition.state)) {
    throw new Refused('edition.not_writable', { state: edition.state, ...yours });
  }
  if ((await preparedRevision(tx, edition.id)) !== segment.sourceRevisionId) {
    throw new Refused('segment.superseded', { ...yours });
  }
  return { segment, edition };
}
