import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { edition, readableEdition, type Edition } from '@desk/articles';
import type { Presence, PresenceBeat } from '@desk/contracts';
import { Clock, rows } from '@desk/database';
import type { Person } from '@desk/people';
import { PresenceStore, type PresenceChange } from './presence-store.js';
import { differ, type Present } from './present.js';

const nobodyKnows: Presence = { known: false, people: [] };

/** Who has which edition open. While Redis is away nobody knows, and nothing else suffers. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly store: PresenceStore,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Missing `edition.missing`, also when the person may not see it */
  async who(person: Person, editionId: string): Promise<Presence> {
    await this.readable(person, editionId);
    const now = this.clock.now().getTime();
    const present = await this.store.present(editionId, now).catch(() => null);
    return present ? this.named(present) : nobodyKnows;
  }

  /**
   * A window of this person has the edition open.
   * @throws Missing `edition.missing`, also when the person may not see it
   */
  async beat(person: Person, editionId: string, beat: PresenceBeat): Promise<Presence> {
    const about = await this.readable(person, editionId);
    const now = this.clock.now();
    const said = { personId: person.id, ...beat };
    const change = await this.store.beat(editionId, said, now.getTime()).catch(() => null);
    if (!change) return nobodyKnows;
    await this.tell(about, change, now);
    return this.named(change.after);
  }

  /**
   * The window has it open no longer; without its id, no window of this person has.
   * @throws Missing `edition.missing`, also when the person may not see it
   */
  async leave(person: Person, editionId: string, windowId?: string): Promise<void> {
    const about = await this.readable(person, editionId);
    const now = this.clock.now();
    const change = await this.store
      .leave(editionId, person.id, windowId, now.getTime())
      .catch(() => null);
    if (change) await this.tell(about, change, now);
  }

  private async readable(person: Person, editionId: string): Promise<Edition> {
    const found = await edition(this.dataSource, editionId);
    readableEdition(person, found);
    return found;
  }

  private async tell(about: Edition, { before, after }: PresenceChange, now: Date): Promise<void> {
    if (!differ(before, after)) return;
    const people = after.map(({ personId, mode }) => ({ personId, mode }));
    const { id, articleId, sectionId } = about;
    const news = { at: now.toISOString(), editionId: id, articleId, sectionId, people };
    // Who does not hear of it reads it from the answer to their own next beat.
    await this.store.tell(news).catch(() => undefined);
  }

  private async named(present: readonly Present[]): Promise<Presence> {
    if (present.length === 0) return { known: true, people: [] };
    const accounts = await rows(
      this.dataSource,
      z.object({ id: z.uuid(), name: z.string() }),
      `SELECT id, name FROM account WHERE id IN (?) AND status = 'active'`,
      [present.map(({ personId }) => personId)],
    );
    const names = new Map(accounts.map(({ id, name }) => [id, name]));
    const people = present.flatMap(({ personId: id, mode, since, windows }) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name, mode, since: new Date(since), windows }];
    });
    return { known: true, people };
  }
}
