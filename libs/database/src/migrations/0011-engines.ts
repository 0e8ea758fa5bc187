import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Translation engines: what they said, what it cost, how they are, and what is asked of them. */
export class Engines1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engine_cache (
        engine varchar(80) COLLATE utf8mb4_bin NOT NULL COMMENT 'name, and model where there are several',
        from_language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        to_language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        text_hash char(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'of the text with its terms',
        target text NULL COMMENT 'as the engine said it; null: its marks cannot be read',
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (engine, from_language, to_language, text_hash),
        KEY engine_cache_age (created_at)
      )`);
    await runner.query(`
      CREATE TABLE engine_usage (
        engine varchar(20) COLLATE utf8mb4_bin NOT NULL,
        month char(7) COLLATE utf8mb4_bin NOT NULL COMMENT 'UTC, 2026-11',
        characters bigint unsigned NOT NULL DEFAULT 0 COMMENT 'as sent, marks included',
        requests int unsigned NOT NULL DEFAULT 0,
        PRIMARY KEY (engine, month)
      )`);
    await runner.query(`
      CREATE TABLE engine_breaker (
        engine varchar(20) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
        failures int unsigned NOT NULL DEFAULT 0 COMMENT 'one after the other',
        open_until datetime(3) NULL COMMENT 'not asked before; then one request tries',
        trouble varchar(20) COLLATE utf8mb4_bin NULL COMMENT 'the last one',
        trouble_detail varchar(200) NULL,
        trouble_at datetime(3) NULL,
        answered_at datetime(3) NULL COMMENT 'when it last translated'
      )`);
    await runner.query(`
      CREATE TABLE suggestion_order (
        id uuid NOT NULL PRIMARY KEY,
        edition_id uuid NOT NULL COMMENT 'the target edition',
        source_revision_id uuid NOT NULL,
        state varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'waiting, done',
        reason varchar(20) COLLATE utf8mb4_bin NULL COMMENT 'why segments are without a suggestion; null: none is',
        engine varchar(20) COLLATE utf8mb4_bin NULL,
        asked int unsigned NOT NULL DEFAULT 0,
        suggested int unsigned NOT NULL DEFAULT 0,
        attempts int unsigned NOT NULL DEFAULT 0,
        due_at datetime(3) NULL,
        ordered_at datetime(3) NOT NULL,
        done_at datetime(3) NULL,
        UNIQUE KEY suggestion_order_once (edition_id, source_revision_id),
        KEY suggestion_order_due (state, due_at)
      )`);
    await runner.query(`
      ALTER TABLE segment
        ADD COLUMN engine varchar(20) COLLATE utf8mb4_bin NULL
          COMMENT 'whose suggestion the target began as',
        MODIFY COLUMN origin varchar(12) COLLATE utf8mb4_bin NOT NULL DEFAULT 'none'
          COMMENT 'none, memory, carried, engine, person'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
