import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Abbreviations of the newsroom with which no sentence ends. */
export class SentenceExceptions1700000000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sentence_exception (
        id uuid NOT NULL PRIMARY KEY,
        language char(2) COLLATE utf8mb4_bin NOT NULL,
        text varchar(40) COLLATE utf8mb4_bin NOT NULL COMMENT 'without its last full stop',
        created_by uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        UNIQUE KEY sentence_exception_once (language, text)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
