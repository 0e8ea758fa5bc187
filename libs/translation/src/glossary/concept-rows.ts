import type { ConceptChanges, ConceptTerm } from '@desk/contracts';
import { change, newId, type Sql } from '@desk/database';
import { Refused } from '@desk/errors';
import { record } from '@desk/ledger';
import { checkTerms, foldedTerm, headwordOf, type TermText } from './concept.js';
import { concept } from './concepts.queries.js';

/** The only writers of `concept` and `term`; each also says that the glossary is another now. */

export interface NewConcept {
  readonly code: string | null;
  readonly domain: string;
  readonly note: string;
  readonly source: string;
  readonly terms: readonly TermText[];
}

/** Writes concepts with their terms; returns their ids. Says nothing to the ledger. */
export async function insertConcepts(
  tx: Sql,
  at: Date,
  actorId: string | null,
  concepts: readonly NewConcept[],
): Promise<string[]> {
  if (concepts.length === 0) return [];
  const made = concepts.map((one) => ({ id: newId(), ...one }));
  for (const { terms } of made) checkTerms(terms);
  await change(
    tx,
    `INSERT INTO concept (id, code, domain, headword, note, source, created_by, created_at, updated_at)
     VALUES ${made.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    made.flatMap(({ id, code, domain, note, source, terms }) => [
      ...[id, code, domain, headwordOf(terms), note, source, actorId, at, at],
    ]),
  );
  for (const { id, terms } of made) await insertTerms(tx, id, terms, 0);
  await markChanged(tx);
  return made.map(({ id }) => id);
}

/** Adds one concept and says so. */
export async function addConcept(
  tx: Sql,
  at: Date,
  actorId: string,
  draft: Omit<NewConcept, 'code'>,
): Promise<string> {
  const [id = ''] = await insertConcepts(tx, at, actorId, [{ code: null, ...draft }]);
  const term = headwordOf(draft.terms);
  await record(tx, at, actorId, 'concept.added', { subjectId: id }, { term });
  return id;
}

/**
 * Changes what is given, and says so. Terms that stay keep their ids.
 * @throws Refused `request.changed_meanwhile`, `glossary.concept_retired`
 * @throws Missing `glossary.concept_missing`
 */
export async function changeConcept(
  tx: Sql,
  at: Date,
  actorId: string,
  id: string,
  expectedVersion: number,
  changes: ConceptChanges,
): Promise<void> {
  const before = await concept(tx, id);
  const terms = changes.terms ?? before.terms;
  checkTerms(terms);
  const touched = await change(
    tx,
    `UPDATE concept SET domain = ?, note = ?, source = ?, headword = ?, updated_at = ?,
       version = version + 1 WHERE id = ? AND version = ? AND retired_at IS NULL`,
    [
      changes.domain ?? before.domain,
      changes.note ?? before.note,
      changes.source ?? before.source,
      headwordOf(terms),
      ...[at, id, expectedVersion],
    ],
  );
  if (touched !== 1) {
    if (before.retiredAt !== null) throw new Refused('glossary.concept_retired', { id });
    throw new Refused('request.changed_meanwhile', { currentVersion: before.version });
  }
  const fields = Object.entries(changes).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  const moved = changes.terms
    ? await replaceTerms(tx, id, before.terms, changes.terms)
    : { added: [], removed: [] };
  await markChanged(tx);
  await record(tx, at, actorId, 'concept.changed', { subjectId: id }, { fields, ...moved });
}

/** Takes a concept out of use, or back into it. @throws Refused `request.changed_meanwhile` */
export async function setRetired(
  tx: Sql,
  at: Date,
  actorId: string,
  id: string,
  expectedVersion: number,
  retired: boolean,
): Promise<void> {
  const before = await concept(tx, id);
  const touched = await change(
    tx,
    `UPDATE concept SET retired_at = ?, updated_at = ?, version = version + 1
     WHERE id = ? AND version = ?`,
    [retired ? at : null, at, id, expectedVersion],
  );
  if (touched !== 1) {
    throw new Refused('request.changed_meanwhile', { currentVersion: before.version });
  }
  await markChanged(tx);
  const fact = retired ? 'concept.retired' : 'concept.restored';
  await record(tx, at, actorId, fact, { subjectId: id }, {});
}

/** Terms as the ledger tells of them: `vi: Uỷ ban nhân dân`. */
export const toldTerms = (terms: readonly { language: string; term: string }[]): string[] =>
  terms.map(({ language, term }) => `${language}: ${term}`);

async function replaceTerms(
  tx: Sql,
  conceptId: string,
  before: readonly ConceptTerm[],
  after: readonly TermText[],
): Promise<{ added: string[]; removed: string[] }> {
  const key = (one: { language: string; term: string }) => `${one.language} ${one.term}`;
  const known = new Map(before.map((one) => [key(one), one]));
  const kept = new Set(after.map(key));
  const removed = before.filter((one) => !kept.has(key(one)));
  if (removed.length > 0) {
    await change(tx, 'DELETE FROM term WHERE id IN (?)', [removed.map(({ id }) => id)]);
  }
  const added: TermText[] = [];
  for (const [position, one] of after.entries()) {
    const old = known.get(key(one));
    if (old === undefined) {
      added.push(one);
      await insertTerms(tx, conceptId, [one], position);
    } else {
      const { status, note } = one;
      await change(tx, 'UPDATE term SET status = ?, note = ?, position = ? WHERE id = ?', [
        ...[status, note, position, old.id],
      ]);
    }
  }
  return { added: toldTerms(added), removed: toldTerms(removed) };
}

async function insertTerms(
  tx: Sql,
  conceptId: string,
  terms: readonly TermText[],
  from: number,
): Promise<void> {
  if (terms.length === 0) return;
  await change(
    tx,
    `INSERT INTO term (id, concept_id, language, term, folded, status, note, position)
     VALUES ${terms.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    terms.flatMap(({ language, term, status, note }, at) => [
      ...[newId(), conceptId, language, term, foldedTerm(term), status, note, from + at],
    ]),
  );
}

/** Processes keep all terms in memory; by this number they see that theirs are old. */
async function markChanged(tx: Sql): Promise<void> {
  await change(tx, 'UPDATE glossary_state SET revision = revision + 1 WHERE id = 1');
}
