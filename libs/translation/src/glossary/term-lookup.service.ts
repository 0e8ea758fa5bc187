import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  conceptTermSchema,
  type ConceptTerm,
  type FoundTerm,
  type TermSearch,
} from '@desk/contracts';
import { firstRow, rows, wholeNumber, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { findTerms } from './finder/find-terms.js';
import { termIndex, type TermIndex } from './finder/term-index.js';
import { mayUseGlossary } from './glossary.policy.js';

type Target = Omit<ConceptTerm, 'id'>;

/** All terms in use, as they were at a revision of the glossary. */
interface Loaded {
  readonly revision: number;
  readonly index: TermIndex;
  readonly concepts: ReadonlyMap<string, { note: string; terms: readonly Target[] }>;
}

const termRowSchema = conceptTermSchema
  .omit({ id: true })
  .extend({ conceptId: z.uuid(), conceptNote: z.string() });

/** Finds the glossary's terms in texts. Keeps them in memory until the glossary changes. */
@Injectable()
export class TermLookup {
  private loading: Promise<Loaded> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async search(person: Person, search: TermSearch): Promise<FoundTerm[]> {
    mayUseGlossary(person, 'glossary.read');
    const find = await this.finder();
    return find(search.text, search.language, search.targetLanguage);
  }

  /**
   * A function that looks terms up in many texts by the glossary as it is now. Within a
   * transaction `sql` is its own: who holds a connection must not wait for a second one.
   */
  async finder(
    sql: Sql = this.dataSource,
  ): Promise<(text: string, language: Language, targetLanguage?: Language) => FoundTerm[]> {
    const loaded = await this.current(sql);
    return (text, language, targetLanguage) =>
      findTerms(loaded.index, text, language).map((hit) => {
        const known = loaded.concepts.get(hit.conceptId);
        const targets = (known?.terms ?? []).filter((term) =>
          targetLanguage ? term.language === targetLanguage : term.language !== language,
        );
        return { ...hit, note: known?.note ?? '', targets };
      });
  }

  /** How the newsroom says its terms in another language, for engines that keep a glossary. */
  async pairs(from: Language, to: Language): Promise<{ source: string; target: string }[]> {
    const { concepts } = await this.current(this.dataSource);
    return [...concepts.values()].flatMap(({ terms }) => {
      const target = terms.find(
        ({ language, status }) => language === to && status === 'preferred',
      );
      return terms.flatMap(({ language, status, term }) =>
        target && language === from && status !== 'forbidden'
          ? [{ source: term, target: target.term }]
          : [],
      );
    });
  }

  private async current(sql: Sql): Promise<Loaded> {
    const found = await firstRow(
      sql,
      z.object({ revision: wholeNumber }),
      'SELECT revision FROM glossary_state WHERE id = 1',
    );
    const revision = found?.revision ?? 0;
    const known = await this.loading?.catch(() => undefined);
    if (known !== undefined && known.revision >= revision) return known;
    this.loading = this.load(revision, sql);
    return this.loading;
  }

  private async load(revision: number, sql: Sql): Promise<Loaded> {
    const terms = await rows(
      sql,
      termRowSchema,
      `SELECT t.concept_id AS conceptId, t.language, t.term, t.status, t.note,
         c.note AS conceptNote
       FROM term t JOIN concept c ON c.id = t.concept_id
       WHERE c.retired_at IS NULL ORDER BY t.concept_id, t.position`,
    );
    const concepts = new Map<string, { note: string; terms: Target[] }>();
    for (const { conceptId, conceptNote, ...term } of terms) {
      const known = concepts.get(conceptId) ?? { note: conceptNote, terms: [] };
      known.terms.push(term);
      concepts.set(conceptId, known);
    }
    const index = termIndex(
      terms.map(({ conceptId, language, term, status }) => ({ conceptId, language, term, status })),
    );
    return { revision, index, concepts };
  }
}
