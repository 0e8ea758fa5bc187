import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Concept, GlossaryFormat, GlossaryImport, ImportProblem } from '@desk/contracts';
import { rows, type Sql } from '@desk/database';
import { Invalid } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import type { Person } from '@desk/people';
import {
  detectFormat,
  readGently,
  readGlossaryCsv,
  readTbx,
  writeGlossaryCsv,
  writeMartif,
  writeTbx,
} from '../exchange/index.js';
import { insertConcepts } from './concept-rows.js';
import { conceptPage } from './concepts.queries.js';
import { fileConcept, sortConcepts, termKey } from './file-concepts.js';
import { mayUseGlossary } from './glossary.policy.js';

const CONCEPTS_AT_ONCE = 200;
const writers = {
  tbx: { write: writeTbx, suffix: 'tbx', type: 'application/x-tbx+xml' },
  martif: { write: writeMartif, suffix: 'tbx', type: 'application/x-tbx+xml' },
  csv: { write: writeGlossaryCsv, suffix: 'csv', type: 'text/csv' },
} as const;

/** An import whose problems have not been put into words yet. */
export type UntoldGlossaryImport = Omit<GlossaryImport, 'problems'> & {
  readonly problems: readonly Omit<ImportProblem, 'message'>[];
};

/** The glossary as a file for other tools, and concepts from files of theirs. */
@Injectable()
export class GlossaryFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /** All concepts in use. */
  async write(
    person: Person,
    format: GlossaryFormat,
  ): Promise<{ name: string; type: string; content: string }> {
    mayUseGlossary(person, 'glossary.read');
    const concepts: Concept[] = [];
    let cursor: string | undefined;
    do {
      const page = await conceptPage(this.dataSource, {
        limit: CONCEPTS_AT_ONCE,
        retired: false,
        cursor,
      });
      concepts.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const { write, suffix, type } = writers[format];
    const content = [...write(concepts.map(fileConcept))].join('');
    return { name: `glossary.${suffix}`, type, content };
  }

  /**
   * Adds what the glossary does not have; what it has stays as it is. A dry run says what would
   * be added. Files that are faulty in part are taken without the faulty concepts.
   * @throws Invalid `exchange.format_not_of_glossary`, and ExchangeRefused
   */
  async take(person: Person, bytes: Uint8Array, dryRun: boolean): Promise<UntoldGlossaryImport> {
    mayUseGlossary(person, 'glossary.manage');
    const format = detectFormat(bytes);
    if (format !== 'tbx' && format !== 'martif' && format !== 'csv') {
      throw new Invalid('exchange.format_not_of_glossary', { format });
    }
    const reading = format === 'csv' ? readGlossaryCsv(bytes) : readTbx(bytes);
    const read = await readGently(reading, () => setImmediate());
    const sorted = async (sql: Sql) => {
      const found = sortConcepts(read.concepts, await knownConcepts(sql));
      const problems = [...read.problems, ...found.problems].map(
        ({ code, line, column, unit, facts }) => ({
          ...{ code, line, column, unit },
          params: { ...facts },
        }),
      );
      const { fresh, known } = found;
      return { fresh, answer: { format, dryRun, added: fresh.length, known, problems } };
    };
    if (dryRun) return (await sorted(this.dataSource)).answer;
    return this.commands.run(async (tx, at) => {
      await tx.query('SELECT id FROM glossary_state WHERE id = 1 FOR UPDATE');
      const { fresh, answer } = await sorted(tx);
      for (let start = 0; start < fresh.length; start += CONCEPTS_AT_ONCE) {
        const some = fresh.slice(start, start + CONCEPTS_AT_ONCE);
        await insertConcepts(
          tx,
          at,
          person.id,
          some.map((one) => ({ code: null, ...one })),
        );
      }
      if (fresh.length > 0) {
        await record(tx, at, person.id, 'glossary.loaded', {}, { concepts: fresh.length });
      }
      return answer;
    });
  }
}

async function knownConcepts(sql: Sql) {
  const ids = await rows(sql, z.object({ id: z.uuid() }), 'SELECT id FROM concept');
  const termSchema = z.object({ language: z.string(), term: z.string() });
  const terms = await rows(sql, termSchema, 'SELECT language, term FROM term');
  return {
    ids: new Set(ids.map(({ id }) => id)),
    terms: new Set(terms.map(({ language, term }) => termKey(language, term))),
  };
}
