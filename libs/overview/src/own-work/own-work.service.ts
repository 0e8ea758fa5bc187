import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BoardArticle } from '@desk/contracts';
import { Clock } from '@desk/database';
import { can, type Person } from '@desk/people';
import { boardRows } from '../board/board-rows.js';
import {
  approvedEditions,
  draftsOf,
  publishedSince,
  returnedTo,
  type ApprovedEdition,
  type DraftEdition,
  type PublishedEdition,
  type ReturnedEdition,
} from './own-work.queries.js';
import { sentBy } from './sent.queries.js';

const MOST = 20;
/** Of what is signed off, so much is looked through for what the person may release. */
const MOST_APPROVED = 100;
const DAY_MS = 86_400_000;
const SENT_DAYS = 60;
const PUBLISHED_DAYS = 14;

/** What a person's day is made of beside their tasks. */
@Injectable()
export class OwnWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What they submitted and is not public in every language yet, with where it stands. */
  async sent(person: Person): Promise<(BoardArticle & { sentAt: Date })[]> {
    const at = this.clock.now();
    const sent = await sentBy(this.dataSource, person, daysBefore(at, SENT_DAYS), MOST);
    const ids = sent.map(({ articleId }) => articleId);
    const articles = await boardRows(this.dataSource, person, ids, at);
    return articles.flatMap((article) => {
      const sentAt = sent.find(({ articleId }) => articleId === article.articleId)?.sentAt;
      return sentAt ? [{ ...article, sentAt }] : [];
    });
  }

  returned(person: Person): Promise<ReturnedEdition[]> {
    return returnedTo(this.dataSource, person, MOST);
  }

  /** What is signed off and waits for somebody to release it, where they may. */
  async toRelease(person: Person): Promise<ApprovedEdition[]> {
    if (!can(person, 'edition.publish')) return [];
    const approved = await approvedEditions(this.dataSource, person, MOST_APPROVED);
    return approved.filter((one) => can(person, 'edition.publish', one)).slice(0, MOST);
  }

  drafts(person: Person): Promise<DraftEdition[]> {
    return draftsOf(this.dataSource, person, MOST);
  }

  published(person: Person): Promise<PublishedEdition[]> {
    const from = daysBefore(this.clock.now(), PUBLISHED_DAYS);
    return publishedSince(this.dataSource, person, from, MOST);
  }
}

const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY_MS);
