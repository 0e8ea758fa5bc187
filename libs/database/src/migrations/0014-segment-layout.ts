import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where translators joined and cut the sentences of a source revision. */
export class SegmentLayout1700000000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE segment_layout (
        edition_id uuid NOT NULL COMMENT 'the target edition',
        source_revision_id uuid NOT NULL,
        layout json NOT NULL,
        PRIMARY KEY (edition_id, source_revision_id)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
