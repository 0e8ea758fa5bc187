import { z } from 'zod';
import {
  encodeCursor,
  proposalStateSchema,
  readCursor,
  termDraftSchema,
  type Page,
  type Proposal,
  type ProposalQuery,
} from '@desk/contracts';
import { firstRow, jsonColumn, rows, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';

const proposalRowSchema = z.object({
  id: z.uuid(),
  conceptId: z.uuid().nullable(),
  domain: z.string(),
  reason: z.string(),
  terms: jsonColumn(z.array(termDraftSchema)),
  state: proposalStateSchema,
  proposedById: z.uuid(),
  proposedByName: z.string(),
  decidedById: z.uuid().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  comment: z.string(),
  createdAt: z.date(),
  version: z.int(),
});

const select = `SELECT p.id, p.concept_id AS conceptId, p.domain, p.reason, p.terms, p.state,
    p.proposed_by AS proposedById, a.name AS proposedByName, p.decided_by AS decidedById,
    d.name AS decidedByName, p.decided_at AS decidedAt, p.comment, p.created_at AS createdAt,
    p.version
  FROM term_proposal p JOIN account a ON a.id = p.proposed_by
    LEFT JOIN account d ON d.id = p.decided_by`;

/** @throws Missing `glossary.proposal_missing` */
export async function proposal(sql: Sql, id: string): Promise<Proposal> {
  const found = await firstRow(sql, proposalRowSchema, `${select} WHERE p.id = ?`, [id]);
  if (!found) throw new Missing('glossary.proposal_missing', { id });
  return shown(found);
}

/** Newest first; `by`: only those of this person. */
export async function proposalPage(
  sql: Sql,
  query: ProposalQuery,
  by: string | null,
): Promise<Page<Proposal>> {
  const parts: [string, ...unknown[]][] = [['TRUE']];
  if (query.state) parts.push(['p.state = ?', query.state]);
  if (by !== null) parts.push(['p.proposed_by = ?', by]);
  if (query.cursor !== undefined) {
    parts.push(['p.id < ?', ...readCursor(query.cursor, z.tuple([z.uuid()]))]);
  }
  const found = await rows(
    sql,
    proposalRowSchema,
    `${select} WHERE ${parts.map(([text]) => text).join(' AND ')} ORDER BY p.id DESC LIMIT ?`,
    [...parts.flatMap(([, ...values]) => values), query.limit + 1],
  );
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return { items: items.map(shown), next: last ? encodeCursor([last.id]) : null };
}

function shown(row: z.infer<typeof proposalRowSchema>): Proposal {
  const { proposedById, proposedByName, decidedById, decidedByName, ...rest } = row;
  return {
    ...rest,
    proposedBy: { id: proposedById, name: proposedByName },
    decidedBy: decidedById === null ? null : { id: decidedById, name: decidedByName ?? '' },
  };
}
