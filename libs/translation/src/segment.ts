import { z } from 'zod';
import {
  engineNameSchema,
  segmentMatchSchema,
  segmentOriginSchema,
  segmentStatusSchema,
} from '@desk/contracts';
import { flag, jsonColumn } from '@desk/database';

/** A segment as it stands in a target edition: the source's sentence and its translation. */
export const segmentSchema = z.object({
  id: z.uuid(),
  editionId: z.uuid(),
  sourceRevisionId: z.uuid(),
  position: z.int(),
  place: z.string(),
  kind: z.string(),
  source: z.string(),
  sourceHash: z.string(),
  contextHash: z.string(),
  codes: jsonColumn(z.array(z.unknown())),
  trailing: z.string(),
  /** The old text of a sentence that changed in the source, to be seen beside the new one. */
  previousSource: z.string().nullable(),
  target: z.string(),
  status: segmentStatusSchema,
  /** Its translator is not sure of it, whether it is confirmed or not. */
  doubtful: flag,
  origin: segmentOriginSchema,
  /** 101 in context, 100 exact, less: alike; null when the target is no match from the memory. */
  matchScore: z.int().nullable(),
  /** The unit that the target was taken from. */
  match: jsonColumn(segmentMatchSchema.nullable()),
  /** Whose suggestion the target began as. */
  engine: engineNameSchema.nullable(),
  editedBy: z.uuid().nullable(),
  updatedAt: z.date(),
  version: z.int(),
});
export type StoredSegment = z.infer<typeof segmentSchema>;

export const segmentColumns = `g.id, g.edition_id AS editionId,
  g.source_revision_id AS sourceRevisionId, g.position, g.place, g.kind, g.source,
  g.source_hash AS sourceHash, g.context_hash AS contextHash, g.codes, g.gap AS \`trailing\`,
  g.previous_source AS previousSource, g.target, g.status,
  g.doubtful, g.origin,
  g.match_score AS matchScore, g.memory_match AS \`match\`, g.engine,
  g.edited_by AS editedBy, g.updated_at AS updatedAt, g.version`;
