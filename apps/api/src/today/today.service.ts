import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT, type Environment } from '@desk/config';
import type { PublishedItem, Today } from '@desk/contracts';
import { Clock } from '@desk/database';
import type { Language } from '@desk/languages';
import { OwnWork, type PublishedEdition } from '@desk/overview';
import type { Person } from '@desk/people';
import { Tasks } from '@desk/tasks';
import { spelledOut } from '../tasks/spelled-out.js';
import { waitingInOrder } from './waiting.js';

const MOST_MINE = 50;
const MOST_OPEN = 20;

/** Brings together what a person's day is made of. */
@Injectable()
export class TodayService {
  constructor(
    private readonly tasks: Tasks,
    private readonly ownWork: OwnWork,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async of(person: Person, language: Language): Promise<Today> {
    const [mine, open, returned, toRelease, sent, published, drafts] = await Promise.all([
      this.tasks.list(person, { view: 'mine', limit: MOST_MINE }),
      this.tasks.list(person, { view: 'team', limit: MOST_OPEN }),
      this.ownWork.returned(person),
      this.ownWork.toRelease(person),
      this.ownWork.sent(person),
      this.ownWork.published(person),
      this.ownWork.drafts(person),
    ]);
    return {
      at: this.clock.now(),
      waiting: waitingInOrder({
        mine: mine.items.map((task) => spelledOut(task, language)),
        open: open.items.map((task) => spelledOut(task, language)),
        returned,
        toRelease,
      }),
      more: { mine: mine.next !== null, open: open.next !== null },
      sent,
      published: published.map((one) => this.withAddress(one)),
      drafts,
    };
  }

  private withAddress({ sectionCode, slug, ...edition }: PublishedEdition): PublishedItem {
    const parts = [edition.language, sectionCode ?? '', slug ?? ''].map(encodeURIComponent);
    const isThere = sectionCode !== null && slug !== null;
    return {
      ...edition,
      address: isThere ? new URL(`/${parts.join('/')}`, this.environment.PUBLIC_URL).href : null,
    };
  }
}
