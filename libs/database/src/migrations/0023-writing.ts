import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes with looking after texts while they are written. */
export class Writing1700000000023 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE spelling_word (
        id uuid NOT NULL PRIMARY KEY,
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        text varchar(60) COLLATE utf8mb4_bin NOT NULL COMMENT 'lower case',
        created_by uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        UNIQUE KEY spelling_word_once (language, text)
      )`);
    await queryRunner.query(`
      CREATE TABLE writing_ignore (
        edition_id uuid NOT NULL,
        kind varchar(20) COLLATE utf8mb4_bin NOT NULL,
        words_hash binary(32) NOT NULL COMMENT 'SHA-256: words may be longer than a key',
        ignored_by uuid NOT NULL,
        ignored_at datetime(3) NOT NULL,
        PRIMARY KEY (edition_id, kind, words_hash)
      ) COMMENT 'findings of an edition that are not to come again'`);
    await queryRunner.query(`
      CREATE TABLE section_tone_place (
        section_id uuid NOT NULL PRIMARY KEY,
        place varchar(3) COLLATE utf8mb4_bin NOT NULL COMMENT 'old: hòa, new: hoà',
        changed_at datetime(3) NOT NULL
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
