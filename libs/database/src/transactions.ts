import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { hasErrno } from './errno.js';

/** MariaDB's error numbers for a deadlock and for a lock that was not had in time. */
const LOST_LOCK = [1213, 1205];
const TRIES = 4;

/** Begins and ends transactions; nothing else in the newsroom does. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one READ COMMITTED transaction and commits. When MariaDB chose it as the
   * victim of a deadlock it is run again, so `work` must do nothing outside the database.
   */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction('READ COMMITTED', work);
      } catch (error) {
        if (attempt === TRIES || !hasErrno(error, ...LOST_LOCK)) throw error;
        await new Promise((resume) => setTimeout(resume, 5 * attempt * (1 + Math.random())));
      }
    }
  }

  /**
   * Reads that must agree with each other: all of them see one moment of the database. What
   * `read` calls must read through `tx`, or readers may wait for each other's connections.
   */
  async seenAtOnce<T>(read: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', read);
  }
}
