import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  Articles,
  edition as readEdition,
  revision as readRevision,
  type Revision,
} from '@desk/articles';
import type { MemoryMatch, SegmentMatch } from '@desk/contracts';
import { newId, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import { keepBeginnings } from './analysis/index.js';
import { Suggestions } from './engines/index.js';
import { MemoryLookUp } from './memory/index.js';
import { exactMatches, noteUses, type ExactMatch } from './memory.queries.js';
import type { StoredSegment } from './segment.js';
import { holdEdition, preparedRevision, progressOf, segmentsOf } from './segments.queries.js';
import { keepLayout, layoutOf } from './segment-layouts.queries.js';
import {
  type Alignment,
  alignRevisions,
  carriedLayout,
  decompose,
  naturalLayout,
  type Segment,
  type SegmentLayout,
  withAbbreviations,
} from './segments/index.js';
import { sentenceExceptions } from './sentence-rules/index.js';

/** What a translator finds when the task opens. */
export interface Prepared {
  readonly editionId: string;
  readonly segments: number;
  readonly fromMemory: number;
  /** Segments whose translation and review were kept from the last source revision. */
  readonly carried: number;
  /** A newer source revision was prepared before: nothing is to be done for this one. */
  readonly superseded: boolean;
  /** Only typos of the source were mended and the translation was whole: it stands as it is. */
  readonly stands: boolean;
}

/** A segment as it is first written for a target edition. */
interface Beginning {
  readonly target: string;
  readonly status: StoredSegment['status'];
  readonly doubtful: boolean;
  readonly origin: StoredSegment['origin'];
  readonly matchScore: number | null;
  readonly match: StoredSegment['match'];
  readonly engine: StoredSegment['engine'];
  readonly previousSource: string | null;
  readonly editedBy: string | null;
}

/** What the memory offers for a segment. */
interface Offer {
  readonly target: string;
  readonly score: number;
  readonly match: SegmentMatch;
}

/** Texts less alike than this are found by looking, not offered. */
const LEAST_OFFERED = 75;

/** Makes translations ready to be worked on: cut into segments, filled from what is known. */
@Injectable()
export class Preparation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly articles: Articles,
    private readonly memory: MemoryLookUp,
    private readonly suggestions: Suggestions,
  ) {}

  /** To be awaited before the transaction: it would be open while an index is built. */
  async ready(from: Language, to: Language): Promise<void> {
    if (from !== to) await this.memory.ready(this.dataSource, from, to);
  }

  /**
   * Writes the segments of a target edition for an approved source revision, in the caller's
   * transaction. The edition's state, text and time stay as they are (guarantee I). Repeating
   * it changes nothing, nor does a source revision that comes after a newer one.
   */
  async prepareEdition(
    tx: EntityManager,
    at: Date,
    of: { articleId: string; sourceRevisionId: string; language: Language },
  ): Promise<Prepared> {
    const source = await readRevision(tx, of.sourceRevisionId);
    const editionId = await this.articles.ensureEdition(tx, of.articleId, of.language, at);
    await holdEdition(tx, editionId);
    const done = await progressOf(tx, editionId, source.id);
    const untouched = { editionId, segments: done.total, fromMemory: 0, carried: 0, stands: false };
    if (done.total > 0) return { ...untouched, superseded: false };
    const lastId = await preparedRevision(tx, editionId);
    const last = lastId === null ? null : await readRevision(tx, lastId);
    if (last && last.number > source.number) return { ...untouched, superseded: true };
    const carried = last ? await carriedFrom(tx, editionId, last, source) : naturalLayout;
    const abbreviations = await sentenceExceptions(tx, source.language);
    const layout = withAbbreviations(carried, source, source.language, abbreviations);
    const fresh = decompose(source, source.language, layout);
    const kept = last ? await this.alignWith(tx, editionId, last.id, fresh) : [];
    const known = await this.fromMemory(tx, source, editionId, fresh, kept);
    const typos = last !== null && standsFor(source, last);
    const beginnings = fresh.map((_, index) => begin(kept[index], known[index] ?? null, typos));
    if (layout !== naturalLayout) await keepLayout(tx, editionId, source.id, layout);
    await insertSegments(tx, { editionId, source, at }, fresh, beginnings);
    const written = await segmentsOf(tx, editionId, source.id);
    const work = { editionId, sourceRevisionId: source.id };
    await keepBeginnings(tx, work, written, source.language, at);
    if (beginnings.some(({ origin }) => origin === 'none')) {
      await this.suggestions.order(tx, at, { editionId, sourceRevisionId: source.id });
    }
    const used = beginnings.filter((one) => one.origin === 'memory');
    await noteUses(
      tx,
      used.flatMap(({ match }) => match?.unitId ?? []),
      at,
    );
    return {
      editionId,
      segments: fresh.length,
      fromMemory: beginnings.filter((one) => one.origin === 'memory').length,
      carried: beginnings.filter((one) => one.origin === 'carried').length,
      superseded: false,
      stands: typos && beginnings.every(({ status }) => status === 'confirmed'),
    };
  }

  /** For each segment what the memory offers: an equal text, or where nothing is kept one alike. */
  private async fromMemory(
    tx: Sql,
    source: Revision,
    editionId: string,
    fresh: readonly Segment[],
    kept: readonly (Kept | undefined)[],
  ): Promise<(Offer | null)[]> {
    const { sectionId, language } = await readEdition(tx, editionId);
    const exact = await exactMatches(tx, source.language, language, fresh, sectionId);
    const offers = fresh.map((segment) => offerOf(segment, exact(segment)));
    const open = [...fresh.keys()].filter((at) => !offers[at] && workIn(kept[at]) === '');
    const texts = open.map((at) => fresh[at]?.source ?? '');
    const pair = { from: source.language, to: language, sectionId };
    const found = await this.memory.find(tx, texts, { ...pair, limit: 1, least: LEAST_OFFERED });
    open.forEach((at, index) => {
      const [match] = found[index] ?? [];
      if (match) offers[at] = { target: match.target, score: match.score, match: keptMatch(match) };
    });
    return offers;
  }

  /** For each new segment what became of it since an earlier preparation. */
  private async alignWith(
    tx: Sql,
    editionId: string,
    earlierRevisionId: string,
    fresh: readonly Segment[],
  ): Promise<(Kept | undefined)[]> {
    const old = await segmentsOf(tx, editionId, earlierRevisionId);
    return alignRevisions(old, fresh).map((alignment) => keptOf(alignment, old));
  }
}

/** What a translator joined and cut stays so where the sentences are the same. */
async function carriedFrom(
  tx: Sql,
  editionId: string,
  last: Revision,
  source: Revision,
): Promise<SegmentLayout> {
  const layout = await layoutOf(tx, editionId, last.id);
  if (layout.joins.length + layout.cuts.length === 0) return naturalLayout;
  return carriedLayout(layout, decompose(last, last.language), decompose(source, source.language));
}

/** Whether only typos lie between what was prepared before and this source. */
const standsFor = (source: Revision, earlier: Revision): boolean =>
  source.standsFor !== null && source.standsFor === (earlier.standsFor ?? earlier.id);

function offerOf({ source }: Segment, exact: ExactMatch | null): Offer | null {
  if (!exact) return null;
  const { unitId, target, score } = exact;
  const difference = [{ kind: 'equal' as const, text: source }];
  const match = { unitId, source, difference, adapted: null, reversed: false, pivot: null };
  return { target, score, match };
}

const keptMatch = ({
  unitId,
  source,
  difference,
  adapted,
  reversed,
  pivot,
}: MemoryMatch): SegmentMatch => ({ unitId, source, difference, adapted, reversed, pivot });

interface Kept {
  readonly same: boolean;
  readonly old: StoredSegment;
}

function keptOf(alignment: Alignment, old: readonly StoredSegment[]): Kept | undefined {
  const before = alignment.old === null ? undefined : old[alignment.old];
  return before && { same: alignment.kind === 'same', old: before };
}

/** What memory or person had said; a suggestion of an engine gives way to both. */
const workIn = (kept: Kept | undefined): string =>
  kept && kept.old.origin !== 'engine' ? kept.old.target : '';

/**
 * Unchanged work is kept as it was; a changed sentence comes back with its old texts. Where
 * nobody has translated yet, the memory may know more by now. What an engine suggested stays
 * marked as such, and is nobody's old translation of a sentence that changed.
 */
function begin(kept: Kept | undefined, offer: Offer | null, typos: boolean): Beginning {
  const { old } = kept ?? {};
  const same = kept !== undefined && (kept.same || typos);
  const isSuggestion = old?.origin === 'engine';
  if (same && old?.target && !(isSuggestion && offer)) {
    return { ...old, origin: isSuggestion ? 'engine' : 'carried' };
  }
  const oldTarget = workIn(kept);
  const previousSource = (same ? old?.previousSource : old?.source) ?? null;
  if (offer) {
    return {
      target: offer.target,
      status: 'draft',
      doubtful: false,
      origin: 'memory',
      matchScore: offer.score,
      match: offer.match,
      engine: null,
      previousSource,
      editedBy: null,
    };
  }
  return {
    target: oldTarget,
    status: oldTarget === '' ? 'untranslated' : 'draft',
    doubtful: false,
    origin: oldTarget === '' ? 'none' : 'carried',
    matchScore: null,
    match: null,
    engine: null,
    previousSource,
    editedBy: null,
  };
}

async function insertSegments(
  tx: Sql,
  { editionId, source, at }: { editionId: string; source: Revision; at: Date },
  fresh: readonly Segment[],
  beginnings: readonly Beginning[],
): Promise<void> {
  const values = fresh.map((segment, index) => {
    const beginning = beginnings[index] ?? begin(undefined, null, false);
    return [
      newId(),
      editionId,
      source.id,
      segment.position,
      segment.place,
      segment.kind,
      segment.source,
      segment.sourceHash,
      segment.contextHash,
      JSON.stringify(segment.codes),
      segment.trailing,
      beginning.previousSource,
      beginning.target,
      beginning.status,
      beginning.doubtful,
      beginning.origin,
      beginning.matchScore,
      beginning.match === null ? null : JSON.stringify(beginning.match),
      beginning.engine,
      beginning.editedBy,
      at,
    ];
  });
  for (let start = 0; start < values.length; start += 200) {
    const some = values.slice(start, start + 200);
    await tx.query(
      `INSERT INTO segment (id, edition_id, source_revision_id, position, place, kind, source,
         source_hash, context_hash, codes, gap, previous_source, target, status, doubtful, origin,
         match_score, memory_match, engine, edited_by, updated_at)
       VALUES ${some.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ')}`,
      some.flat(),
    );
  }
}
