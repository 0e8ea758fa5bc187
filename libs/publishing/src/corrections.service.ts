import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { objection, Transitions } from '@desk/articles';
import { change, newId } from '@desk/database';
import type { Asked } from './releases.service.js';
import { addRelease } from './release-rows.js';

/** Publishes again what is live, with a public note that says what was corrected. */
@Injectable()
export class Corrections {
  constructor(private readonly transitions: Transitions) {}

  async correct(tx: EntityManager, { person, at, edition, said }: Asked): Promise<void> {
    const refusal = objection('correct', edition, person);
    if (refusal) throw refusal;
    const plan = { state: 'published' as const, publishAt: at, createdBy: person.id, at };
    const { id: releaseId, editions } = await addRelease(tx, [edition], plan);
    // Before the move, which renders the page with all its notes.
    await change(tx, 'INSERT INTO correction VALUES (?, ?, ?, ?, ?, ?)', [
      newId(),
      edition.id,
      edition.approvedRevisionId,
      said.note ?? '',
      person.id,
      at,
    ]);
    const named = { ...said, releaseId, revisionHash: editions[0]?.revisionHash };
    await this.transitions.move(tx, { action: 'correct', edition, person, said: named, at });
  }
}
