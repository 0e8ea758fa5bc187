import type { EngineName, NoSuggestion } from '@desk/contracts';
import type { Sql } from '@desk/database';
import type { StoredSegment } from '../segment.js';
import { orderFor } from './suggestion-orders.queries.js';
import { isUntouched } from './untouched.js';

/** What became of the wish for suggestions, as a translator sees it. */
export interface SuggestionsSeen {
  readonly state: 'waiting' | 'done';
  readonly engine: EngineName | null;
  readonly suggested: number;
  readonly missing: number;
  /** Why some are missing; null: none is. */
  readonly reason: NoSuggestion | null;
}

/** Null when nothing was wanted of an engine for this source revision. */
export async function suggestionsIn(
  sql: Sql,
  editionId: string,
  sourceRevisionId: string,
  segments: readonly StoredSegment[],
): Promise<SuggestionsSeen | null> {
  const order = await orderFor(sql, editionId, sourceRevisionId);
  if (!order) return null;
  const { state, engine, suggested, reason } = order;
  const missing = segments.filter(isUntouched).length;
  return { state, engine, suggested, missing, reason: missing === 0 ? null : reason };
}
