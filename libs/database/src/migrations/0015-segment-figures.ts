import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What translations began with and what became of it: figures of sentences, not of people. */
export class SegmentFigures1700000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE segment_figure (
        edition_id uuid NOT NULL COMMENT 'the target edition',
        source_revision_id uuid NOT NULL,
        position int unsigned NOT NULL COMMENT 'as it was prepared',
        source_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        words int unsigned NOT NULL COMMENT 'of the source',
        band varchar(12) COLLATE utf8mb4_bin NOT NULL COMMENT 'how much was there already',
        origin varchar(12) COLLATE utf8mb4_bin NOT NULL COMMENT 'where it came from',
        engine varchar(20) COLLATE utf8mb4_bin NULL COMMENT 'whose suggestion was submitted, as it was or changed',
        prepared_at datetime(3) NOT NULL,
        submitted text NULL COMMENT 'the target as it was first submitted, until it is approved',
        submitted_at datetime(3) NULL,
        changed tinyint unsigned NULL COMMENT 'per cent of what was submitted that review changed',
        approved_at datetime(3) NULL,
        PRIMARY KEY (edition_id, source_revision_id, position),
        KEY segment_figure_prepared (prepared_at),
        KEY segment_figure_approved (approved_at)
      )`);
    await queryRunner.query(
      'ALTER TABLE segment ADD KEY segment_edited (edited_by, status, updated_at)',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
