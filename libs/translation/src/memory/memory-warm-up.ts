import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MemoryIndexes } from './memory-indexes.js';

/**
 * Builds the indexes of the memory when a process starts, beside its other work, so that nobody's
 * first look-up waits for them: a million units take a minute or two.
 */
@Injectable()
export class MemoryWarmUp implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ending = new AbortController();
  private building: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly indexes: MemoryIndexes,
  ) {}

  /** What fails here is tried again by the first look-up, which then says what is wrong. */
  onApplicationBootstrap(): void {
    this.building = this.indexes
      .buildAll(this.dataSource, this.ending.signal)
      .catch(() => undefined);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.building;
  }
}
