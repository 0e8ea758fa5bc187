import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Segments that their translator is not sure of. */
export class DoubtfulSegments1700000000019 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE segment ADD COLUMN doubtful boolean NOT NULL DEFAULT FALSE
         COMMENT 'its translator is not sure of it'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
