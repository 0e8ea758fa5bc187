import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the translation memory knows of a unit beside its texts, imports, and where targets came from. */
export class Memory1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE memory_unit
        ADD place varchar(120) COLLATE utf8mb4_bin NULL,
        ADD previous_hash char(64) COLLATE utf8mb4_bin NULL COMMENT 'the source before it',
        ADD next_hash char(64) COLLATE utf8mb4_bin NULL COMMENT 'the source after it',
        ADD section_id uuid NULL COMMENT 'found only for work of this section; null: for all',
        ADD tags json NOT NULL DEFAULT '[]',
        ADD import_id uuid NULL,
        ADD changed_by uuid NULL COMMENT 'who last changed it by hand',
        ADD uses int unsigned NOT NULL DEFAULT 0 COMMENT 'how often it was offered when a translation was prepared',
        ADD used_at datetime(3) NULL,
        ADD deleted_at datetime(3) NULL COMMENT 'kept, so that every index hears of it',
        ADD changed_at datetime(6) NOT NULL DEFAULT '1970-01-02' COMMENT 'the database''s UTC clock: indexes read on from here',
        ADD version int unsigned NOT NULL DEFAULT 1,
        ADD KEY memory_unit_changed (changed_at, id),
        ADD KEY memory_unit_pair (source_language, target_language, id),
        ADD KEY memory_unit_import (import_id)`);
    await runner.query('UPDATE memory_unit SET changed_at = updated_at');
    await runner.query('ALTER TABLE memory_unit ALTER changed_at DROP DEFAULT');
    await runner.query(`
      CREATE TABLE memory_import (
        id uuid NOT NULL PRIMARY KEY,
        name varchar(200) NOT NULL,
        source_language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        target_language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        units int unsigned NOT NULL DEFAULT 0 COMMENT 'how many it brought',
        known int unsigned NOT NULL DEFAULT 0 COMMENT 'how many the memory had already',
        created_by uuid NULL,
        created_at datetime(3) NOT NULL,
        undone_by uuid NULL,
        undone_at datetime(3) NULL,
        kept int unsigned NOT NULL DEFAULT 0 COMMENT 'units that people changed since, kept when it was undone',
        version int unsigned NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      ALTER TABLE segment
        ADD memory_match json NULL COMMENT 'the unit that the target was taken from, and how its source differs'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
