import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings of the quality checks that a translator has dismissed, with the reason. */
export class Checks1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE finding_dismissal (
        id uuid NOT NULL PRIMARY KEY,
        edition_id uuid NOT NULL,
        source_hash char(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'of the sentence: outlives a new source revision',
        finding_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        finding varchar(500) COLLATE utf8mb4_bin NOT NULL COMMENT 'check, message, side and what it is about',
        reason varchar(1000) NOT NULL,
        dismissed_by uuid NOT NULL,
        dismissed_at datetime(3) NOT NULL,
        UNIQUE KEY finding_dismissal_once (edition_id, source_hash, finding_hash)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
