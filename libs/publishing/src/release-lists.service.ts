import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { encodeCursor, readCursor, type Page, type ReleaseQuery } from '@desk/contracts';
import { Missing } from '@desk/errors';
import { can, visibleSections, type Person } from '@desk/people';
import { release, releasesWhere, type Release } from './release.queries.js';

const placeSchema = z.tuple([z.number(), z.uuid()]);

/** What is planned, went public, or did not: for people who may see its section. */
@Injectable()
export class ReleaseLists {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Missing `release.missing`, also when the person may not see it */
  async find(person: Person, id: string): Promise<Release> {
    const found = await release(this.dataSource, id);
    if (!can(person, 'article.read', { sectionId: found.sectionId })) {
      throw new Missing('release.missing', { id });
    }
    return found;
  }

  /** The latest first, by the time at which they go or went public. */
  async list(person: Person, query: ReleaseQuery): Promise<Page<Release>> {
    const sections = visibleSections(person);
    if (sections?.length === 0) return { items: [], next: null };
    const place = query.cursor === undefined ? null : readCursor(query.cursor, placeSchema);
    const at = place && new Date(place[0]);
    const conditions: (readonly [text: string, ...values: unknown[]])[] = [
      ['r.state = ?', query.state],
      ['a.section_id = ?', query.sectionId],
      ['r.article_id = ?', query.articleId],
      ['r.publish_at >= ?', query.from && new Date(query.from)],
      ['r.publish_at < ?', query.to && new Date(query.to)],
      ['a.section_id IN (?)', sections ?? undefined],
      ['(r.publish_at < ? OR (r.publish_at = ? AND r.id < ?))', at ?? undefined, at, place?.[1]],
    ];
    const asked = conditions.filter(([, value]) => value !== undefined);
    const found = await releasesWhere(
      this.dataSource,
      `${['true', ...asked.map(([text]) => text)].join(' AND ')}
       ORDER BY r.publish_at DESC, r.id DESC LIMIT ?`,
      [...asked.flatMap(([, ...values]) => values), query.limit + 1],
    );
    const items = found.slice(0, query.limit);
    const last = found.length > query.limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.publishAt.getTime(), last.id]) : null };
  }
}
