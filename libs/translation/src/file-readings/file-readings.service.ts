import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, Transactions } from '@desk/database';
import { NewsroomError } from '@desk/errors';
import { personById, type Person } from '@desk/people';
import { ExchangeRefused } from '../exchange/index.js';
import { MemoryFiles } from '../memory/index.js';
import { TaskImports } from '../task-files/index.js';
import {
  bytesOfFile,
  claimFile,
  endFileReading,
  fileReading,
  noteFileProgress,
  type FileReading,
} from './file-readings.queries.js';
import type { Progress, ReadFile } from './reading.js';
import { type Refusal } from './refusal.js';

const LEASE_MS = 60_000;
const TOLD_EVERY_MS = 500;
/** A file at which workers die again and again is given up. */
const MOST_TRIES = 5;

/** Reads large files in the worker, where nobody waits for an answer. */
@Injectable()
export class FileReadings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly tasks: TaskImports,
    private readonly memory: MemoryFiles,
  ) {}

  /**
   * Reads a file that waits. Safe to run twice, early or late: the effect comes in the transaction
   * that ends the reading. What the reader refuses is told to whoever gave the file.
   */
  async fulfil(id: string): Promise<void> {
    const file = await fileReading(this.dataSource, id);
    if (file?.state !== 'waiting') return;
    if (!(await claimFile(this.dataSource, file, this.clock.now(), this.lease()))) return;
    const end = await this.read(file).catch((error: unknown) => {
      if (error instanceof NewsroomError) return refusal(error);
      if (file.attempts + 1 >= MOST_TRIES) return givenUp;
      throw error;
    });
    await this.transactions.run(async (tx) => {
      const isRead = typeof end === 'function';
      const outcome = isRead ? await end(tx, this.clock.now()) : end;
      // Another try has taken the file: its effect counts, not this one's.
      if (!(await endFileReading(tx, file, isRead ? 'read' : 'refused', outcome))) {
        throw new Error(`the file ${id} was taken by another`);
      }
    });
  }

  private async read(file: FileReading): Promise<ReadFile> {
    const person = await this.personOf(file);
    const bytes = await bytesOfFile(this.dataSource, file.id);
    const progress = this.progressOf(file);
    return file.kind === 'task'
      ? this.tasks.readLarge(person, file, bytes, progress)
      : this.memory.readLarge(person, file, bytes, progress);
  }

  /** With the rights that the person has by now. */
  private async personOf({ createdBy }: FileReading): Promise<Person> {
    const person = await personById(this.dataSource, createdBy);
    if (!person) throw new Error('whoever gave the file is not there any more');
    return person;
  }

  private progressOf(file: FileReading): Progress {
    let told = performance.now();
    return async (share) => {
      await setImmediate();
      if (performance.now() - told < TOLD_EVERY_MS) return;
      told = performance.now();
      await noteFileProgress(this.dataSource, file, Math.floor(share * 99), this.lease());
    };
  }

  private lease(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MS);
  }
}

function refusal(error: NewsroomError): Refusal {
  const { line, column } = error instanceof ExchangeRefused ? error.at : { line: 1, column: 1 };
  return { code: error.code, line, column, params: { ...error.facts } };
}

const givenUp: Refusal = { code: 'exchange.reading_failed', line: 1, column: 1, params: {} };
