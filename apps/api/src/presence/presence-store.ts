import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ChainableCommander, Redis } from 'ioredis';
import { z } from 'zod';
import { ENVIRONMENT, type Environment } from '@desk/config';
import { PRESENCE_GONE_SECONDS, type LiveEventData } from '@desk/contracts';
import { keyPrefix, producerOptions, redisConnection } from '@desk/queues';
import {
  fieldOf,
  isGone,
  keep,
  openWindows,
  presentIn,
  type OpenWindow,
  type Present,
} from './present.js';

/** The Redis channel on which it is said who has an edition open now. */
export const presenceChannel = `${keyPrefix}:presence`;
/** So many windows of one person are counted; more make no difference to anybody. */
const MOST_WINDOWS = 8;
const ANSWER_MS = 1_000;

const repliesSchema = z.array(z.tuple([z.null(), z.unknown()]));
const keptSchema = z.record(z.string(), z.string());

/** Who had it open before and after something was said. */
export interface PresenceChange {
  readonly before: Present[];
  readonly after: Present[];
}

/**
 * Which windows have which edition open, in Redis only: what is lost with it comes back with
 * the next beats. Each edition is a hash that goes when nothing was heard for a while.
 * @throws Error from every method, at once or after a second, while Redis is away
 */
@Injectable()
export class PresenceStore implements OnModuleDestroy {
  private readonly redis: Redis;

  constructor(@Inject(ENVIRONMENT) { REDIS_URL }: Environment) {
    const options = { ...producerOptions(REDIS_URL), commandTimeout: ANSWER_MS };
    this.redis = redisConnection(options, () => undefined);
  }

  onModuleDestroy(): void {
    this.redis.disconnect();
  }

  async present(editionId: string, now: number): Promise<Present[]> {
    return presentIn(openWindows(await this.redis.hgetall(keyOf(editionId))), now);
  }

  /** A window says that it has the edition open. */
  async beat(
    editionId: string,
    said: Pick<OpenWindow, 'personId' | 'windowId' | 'mode'>,
    now: number,
  ): Promise<PresenceChange> {
    const key = keyOf(editionId);
    const field = fieldOf(said.personId, said.windowId);
    const windows = openWindows(await this.redis.hgetall(key));
    const known = windows.find(({ windowId, personId }) => fieldOf(personId, windowId) === field);
    const others = windows.filter((one) => one.personId === said.personId && !isGone(one, now));
    if (!known && others.length >= MOST_WINDOWS) {
      const still = presentIn(windows, now);
      return { before: still, after: still };
    }
    const since = known && !isGone(known, now) ? known.since : now;
    const gone = windows.filter((one) => one !== known && isLongGone(one, now));
    return this.changed(key, now, (all) => {
      all.hset(key, field, keep({ ...said, since, heardAt: now }));
      if (gone.length > 0) {
        all.hdel(key, ...gone.map(({ personId, windowId }) => fieldOf(personId, windowId)));
      }
      all.expire(key, PRESENCE_GONE_SECONDS);
    });
  }

  /** A window was closed, or shows something else; without its id, all windows of the person. */
  async leave(
    editionId: string,
    personId: string,
    windowId: string | undefined,
    now: number,
  ): Promise<PresenceChange> {
    const key = keyOf(editionId);
    const theirs = openWindows(await this.redis.hgetall(key)).filter(
      (one) => one.personId === personId && (windowId === undefined || one.windowId === windowId),
    );
    return this.changed(key, now, (all) => {
      for (const one of theirs) all.hdel(key, fieldOf(personId, one.windowId));
    });
  }

  /** Lets every process of the API know, for the streams that it holds. */
  async tell(news: LiveEventData<'presence'>): Promise<void> {
    await this.redis.publish(presenceChannel, JSON.stringify(news));
  }

  /** Two who come at once both see the other: what was and what is are read with the change. */
  private async changed(
    key: string,
    now: number,
    change: (all: ChainableCommander) => void,
  ): Promise<PresenceChange> {
    const all = this.redis.multi().hgetall(key);
    change(all);
    const replies = repliesSchema.parse(await all.hgetall(key).exec());
    const [before, after] = [replies.at(0)?.[1], replies.at(-1)?.[1]].map((kept) =>
      presentIn(openWindows(keptSchema.parse(kept)), now),
    );
    return { before: before ?? [], after: after ?? [] };
  }
}

const keyOf = (editionId: string): string => `${keyPrefix}:presence:${editionId}`;

/** Gone for so long that nobody takes it for a late beat. */
const isLongGone = (window: OpenWindow, now: number): boolean =>
  isGone(window, now - PRESENCE_GONE_SECONDS * 1_000);
