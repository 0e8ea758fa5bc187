import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BoardArticle, BoardQuery, Bottleneck, Page } from '@desk/contracts';
import { Clock } from '@desk/database';
import { Missing, NotAllowed } from '@desk/errors';
import { can, sectionsWhere, type Person, type Sections } from '@desk/people';
import { bottleneckIn } from './bottleneck.js';
import { boardPage } from './board-pages.queries.js';
import { boardRows } from './board-rows.js';

/** All articles at a glance: each edition's state, whose turn it is, what is due when. */
@Injectable()
export class Board {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async page(person: Person, query: BoardQuery): Promise<Page<BoardArticle>> {
    const at = this.clock.now();
    const { articleIds, next } = await boardPage(this.dataSource, person, query, at);
    return { items: await boardRows(this.dataSource, person, articleIds, at), next };
  }

  /** Where one article stands. @throws Missing `article.missing`, also when they may not see it */
  async article(person: Person, id: string): Promise<BoardArticle> {
    const [found] = await boardRows(this.dataSource, person, [id], this.clock.now());
    if (!found || !can(person, 'article.read', { sectionId: found.sectionId })) {
      throw new Missing('article.missing', { id });
    }
    return found;
  }

  /**
   * Where articles wait, in the sections that the person manages, or in one of them.
   * @throws NotAllowed `permission.denied`
   */
  async bottleneck(person: Person, sectionId: string | undefined): Promise<Bottleneck> {
    const managed = sectionsWhere(person, 'team.read');
    const sections = sectionId === undefined ? managed : among(managed, sectionId);
    if (sections?.length === 0) {
      throw new NotAllowed('permission.denied', { permission: 'team.read' });
    }
    return bottleneckIn(this.dataSource, sections, this.clock.now());
  }
}

const among = (sections: Sections, sectionId: string): string[] =>
  sections === null || sections.includes(sectionId) ? [sectionId] : [];
