import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transitions, type Edition } from '@desk/articles';
import { Invalid } from '@desk/errors';
import type { Asked } from './releases.service.js';

/** Takes editions back from readers, gives them back, or puts them out of the lists. */
@Injectable()
export class Visibility {
  constructor(private readonly transitions: Transitions) {}

  /**
   * Changes the edition and those named by `also`; an edition that was not named stays as it
   * is (guarantee I).
   * @throws Invalid `release.no_such_edition` when `also` names a language without edition
   */
  async change(
    tx: EntityManager,
    action: 'withdraw' | 'restore' | 'archive',
    { person, at, edition, all, said }: Asked,
  ): Promise<void> {
    const others = new Set(said.also ?? []);
    others.delete(edition.language);
    const concerned: Edition[] = [edition];
    for (const language of others) {
      const other = all.find((one) => one.language === language);
      if (!other) throw new Invalid('release.no_such_edition', { language });
      concerned.push(other);
    }
    for (const one of concerned) {
      await this.transitions.move(tx, { action, edition: one, person, said, at });
    }
  }
}
