import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Acceptance, Page, Proposal, ProposalDraft, ProposalQuery } from '@desk/contracts';
import { change, newId } from '@desk/database';
import { Refused } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import type { Person } from '@desk/people';
import { addConcept, changeConcept, toldTerms } from './concept-rows.js';
import { checkTerms, withProposed } from './concept.js';
import { concept } from './concepts.queries.js';
import { mayUseGlossary } from './glossary.policy.js';
import { proposal, proposalPage } from './proposals.queries.js';

/** What translators propose for the glossary, and what terminologists decide about it. */
@Injectable()
export class Proposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  async page(person: Person, query: ProposalQuery): Promise<Page<Proposal>> {
    mayUseGlossary(person, 'glossary.read');
    return proposalPage(this.dataSource, query, query.mine ? person.id : null);
  }

  /** @throws Missing `glossary.proposal_missing` */
  async find(person: Person, id: string): Promise<Proposal> {
    mayUseGlossary(person, 'glossary.read');
    return proposal(this.dataSource, id);
  }

  /**
   * @throws Missing `glossary.concept_missing`, Refused `glossary.concept_retired`
   * @throws Invalid `glossary.term_twice`, `glossary.preferred_twice`
   */
  async propose(person: Person, draft: ProposalDraft): Promise<Proposal> {
    mayUseGlossary(person, 'glossary.propose');
    checkTerms(draft.terms);
    return this.commands.run(async (tx, at) => {
      const conceptId = draft.conceptId ?? null;
      if (conceptId !== null) await conceptInUse(tx, conceptId);
      const id = newId();
      await change(
        tx,
        `INSERT INTO term_proposal (id, concept_id, domain, reason, terms, proposed_by, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [id, conceptId, draft.domain, draft.reason, JSON.stringify(draft.terms), person.id, at],
      );
      const terms = toldTerms(draft.terms);
      await record(tx, at, person.id, 'proposal.made', { subjectId: id }, { terms });
      return proposal(tx, id);
    });
  }

  /**
   * Takes the proposed terms, or those that the terminologist makes of them, into the glossary.
   * @throws Refused `glossary.proposal_decided`, `glossary.concept_retired`
   */
  async accept(person: Person, id: string, taken: Acceptance): Promise<Proposal> {
    mayUseGlossary(person, 'glossary.manage');
    return this.commands.run(async (tx, at) => {
      const open = await openProposal(tx, id);
      const terms = taken.terms ?? open.terms;
      const conceptId = open.conceptId ?? (await this.newConcept(tx, at, person, open, taken));
      if (open.conceptId !== null) {
        const known = await conceptInUse(tx, open.conceptId);
        await changeConcept(tx, at, person.id, known.id, known.version, {
          terms: withProposed(known.terms, terms),
          ...(taken.domain !== undefined && { domain: taken.domain }),
        });
      }
      await decide(tx, at, person, id, { state: 'accepted', conceptId, comment: '' });
      await record(
        tx,
        at,
        person.id,
        'proposal.accepted',
        { subjectId: id },
        {
          conceptId,
          terms: toldTerms(open.terms),
        },
      );
      return proposal(tx, id);
    });
  }

  /** @throws Refused `glossary.proposal_decided` */
  async decline(person: Person, id: string, comment: string): Promise<Proposal> {
    mayUseGlossary(person, 'glossary.manage');
    return this.commands.run(async (tx, at) => {
      const { conceptId, terms } = await openProposal(tx, id);
      await decide(tx, at, person, id, { state: 'declined', conceptId, comment });
      await record(
        tx,
        at,
        person.id,
        'proposal.declined',
        { subjectId: id },
        {
          comment,
          terms: toldTerms(terms),
        },
      );
      return proposal(tx, id);
    });
  }

  private newConcept(
    tx: EntityManager,
    at: Date,
    person: Person,
    open: Proposal,
    taken: Acceptance,
  ): Promise<string> {
    return addConcept(tx, at, person.id, {
      domain: taken.domain ?? open.domain,
      note: '',
      source: '',
      terms: taken.terms ?? open.terms,
    });
  }
}

/** Held until the end of the transaction, so that it is decided once. */
async function openProposal(tx: EntityManager, id: string): Promise<Proposal> {
  await tx.query('SELECT id FROM term_proposal WHERE id = ? FOR UPDATE', [id]);
  const found = await proposal(tx, id);
  if (found.state !== 'open') {
    throw new Refused('glossary.proposal_decided', { id, state: found.state });
  }
  return found;
}

async function conceptInUse(tx: EntityManager, id: string) {
  await tx.query('SELECT id FROM concept WHERE id = ? FOR UPDATE', [id]);
  const found = await concept(tx, id);
  if (found.retiredAt !== null) throw new Refused('glossary.concept_retired', { id });
  return found;
}

async function decide(
  tx: EntityManager,
  at: Date,
  person: Person,
  id: string,
  decision: { state: 'accepted' | 'declined'; conceptId: string | null; comment: string },
): Promise<void> {
  await change(
    tx,
    `UPDATE term_proposal SET state = ?, concept_id = ?, comment = ?, decided_by = ?,
       decided_at = ?, version = version + 1 WHERE id = ?`,
    [decision.state, decision.conceptId, decision.comment, person.id, at, id],
  );
}
