import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much a change of a source means to its translations. */
export class Significance1700000000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE edition
        ADD COLUMN change_significance varchar(10) COLLATE utf8mb4_bin NULL
          COMMENT 'what its writer called the change at the last submission'`);
    await queryRunner.query(`
      ALTER TABLE revision
        ADD COLUMN stands_for uuid NULL
          COMMENT 'the earlier revision of which only typos were mended: its translations stand'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
