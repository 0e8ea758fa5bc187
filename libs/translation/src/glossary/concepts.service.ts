import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type {
  Concept,
  ConceptChanges,
  ConceptDraft,
  ConceptQuery,
  GlossaryDomains,
  Page,
} from '@desk/contracts';
import { rows, wholeNumber } from '@desk/database';
import { Commands, record } from '@desk/ledger';
import type { Person } from '@desk/people';
import { addConcept, changeConcept, insertConcepts, setRetired } from './concept-rows.js';
import { concept, conceptPage } from './concepts.queries.js';
import { mayUseGlossary } from './glossary.policy.js';
import { starterConcepts } from './starter-concepts.js';

/** The concepts of the glossary: everybody reads them, terminologists write them. */
@Injectable()
export class Concepts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  async page(person: Person, query: ConceptQuery): Promise<Page<Concept>> {
    mayUseGlossary(person, 'glossary.read');
    return conceptPage(this.dataSource, query);
  }

  /** @throws Missing `glossary.concept_missing` */
  async find(person: Person, id: string): Promise<Concept> {
    mayUseGlossary(person, 'glossary.read');
    return concept(this.dataSource, id);
  }

  /** The domains of the concepts in use. */
  async domains(person: Person): Promise<GlossaryDomains> {
    mayUseGlossary(person, 'glossary.read');
    const items = await rows(
      this.dataSource,
      z.object({ domain: z.string(), concepts: wholeNumber }),
      `SELECT domain, COUNT(*) AS concepts FROM concept WHERE retired_at IS NULL
       GROUP BY domain ORDER BY domain`,
    );
    return { items };
  }

  /** @throws Invalid `glossary.term_twice`, `glossary.preferred_twice` */
  async create(person: Person, draft: ConceptDraft): Promise<Concept> {
    mayUseGlossary(person, 'glossary.manage');
    return this.commands.run(async (tx, at) =>
      concept(tx, await addConcept(tx, at, person.id, draft)),
    );
  }

  /** @throws Refused `request.changed_meanwhile`, `glossary.concept_retired` */
  async change(
    person: Person,
    id: string,
    expectedVersion: number,
    changes: ConceptChanges,
  ): Promise<Concept> {
    mayUseGlossary(person, 'glossary.manage');
    return this.commands.run(async (tx, at) => {
      await changeConcept(tx, at, person.id, id, expectedVersion, changes);
      return concept(tx, id);
    });
  }

  /** Out of use: found in no text, but kept. */
  retire(person: Person, id: string, expectedVersion: number): Promise<Concept> {
    return this.setRetired(person, id, expectedVersion, true);
  }

  restore(person: Person, id: string, expectedVersion: number): Promise<Concept> {
    return this.setRetired(person, id, expectedVersion, false);
  }

  /**
   * Adds what of the starter set was never there; what the newsroom changed or retired stays as
   * it is. `actorId` null: the system. Returns how many concepts are new.
   */
  async loadStarter(actorId: string | null): Promise<number> {
    return this.commands.run(async (tx, at) => {
      await tx.query('SELECT id FROM glossary_state WHERE id = 1 FOR UPDATE');
      const known = await rows(
        tx,
        z.object({ code: z.string() }),
        'SELECT code FROM concept WHERE code IS NOT NULL',
      );
      const codes = new Set(known.map(({ code }) => code));
      const fresh = starterConcepts().filter(({ code }) => !codes.has(code));
      if (fresh.length === 0) return 0;
      await insertConcepts(
        tx,
        at,
        null,
        fresh.map(({ terms, ...one }) => ({
          ...one,
          source: 'Mekong Desk starter set, CC0',
          terms: terms.map((term) => ({ ...term, note: '' })),
        })),
      );
      await record(tx, at, actorId, 'glossary.loaded', {}, { concepts: fresh.length });
      return fresh.length;
    });
  }

  private async setRetired(
    person: Person,
    id: string,
    expectedVersion: number,
    retired: boolean,
  ): Promise<Concept> {
    mayUseGlossary(person, 'glossary.manage');
    return this.commands.run(async (tx, at) => {
      await setRetired(tx, at, person.id, id, expectedVersion, retired);
      return concept(tx, id);
    });
  }
}
