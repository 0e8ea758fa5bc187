import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { edition as readEdition, readableEdition } from '@desk/articles';
import {
  encodeCursor,
  readCursor,
  type Page,
  type PageQuery,
  type ReviewRound,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { roundsOf } from './rounds.queries.js';

/** What was asked for and who answered, for those who may see the edition. */
@Injectable()
export class Reviews {
  constructor(private readonly dataSource: DataSource) {}

  /** The review rounds of an edition, newest first. @throws Missing `edition.missing` */
  async rounds(
    person: Person,
    editionId: string,
    { limit, cursor }: PageQuery,
  ): Promise<Page<ReviewRound>> {
    readableEdition(person, await readEdition(this.dataSource, editionId));
    const [before] = cursor === undefined ? [null] : readCursor(cursor, z.tuple([z.int()]));
    const found = await roundsOf(this.dataSource, editionId, limit + 1, before);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.number]) : null };
  }
}
