import { Injectable } from '@nestjs/common';
import type { DismissalAnswer, DismissalDraft } from '@desk/contracts';
import { Missing, Refused } from '@desk/errors';
import { Commands } from '@desk/ledger';
import type { Person } from '@desk/people';
import { writableSegment } from '../writable-segment.js';
import { keepDismissal, removeDismissal } from './dismissals.queries.js';
import { Findings } from './findings.service.js';

/** Translators say why a finding is no fault; the reviewer reads it. */
@Injectable()
export class DismissedFindings {
  constructor(
    private readonly commands: Commands,
    private readonly findings: Findings,
  ) {}

  /**
   * Dismisses a finding of a segment as it is now. It stays dismissed while the sentence of the
   * source stands, however often it is prepared.
   * @throws Missing `finding.missing`, Refused `finding.blocking`, and what saving throws
   */
  async dismiss(
    person: Person,
    segmentId: string,
    { finding, reason }: DismissalDraft,
  ): Promise<DismissalAnswer> {
    return this.commands.run(async (tx, at) => {
      const { segment, edition } = await writableSegment(tx, person, segmentId);
      const found = await this.findings.ofOne(tx, edition, segment);
      const meant = found.find(({ key }) => key === finding);
      if (!meant) throw new Missing('finding.missing', { finding });
      if (meant.severity === 'blocking') throw new Refused('finding.blocking', { finding });
      const dismissal = { reason, dismissedBy: person.id, dismissedAt: at };
      const { sourceHash } = segment;
      await keepDismissal(tx, { editionId: edition.id, sourceHash, finding }, dismissal);
      return { ...dismissal, finding, segmentId };
    });
  }

  /** Takes a dismissal back. @throws Missing `finding.not_dismissed` */
  async withdraw(person: Person, segmentId: string, finding: string): Promise<void> {
    await this.commands.run(async (tx) => {
      const { segment, edition } = await writableSegment(tx, person, segmentId);
      const { sourceHash } = segment;
      const gone = await removeDismissal(tx, { editionId: edition.id, sourceHash, finding });
      if (!gone) throw new Missing('finding.not_dismissed', { finding });
    });
  }
}
