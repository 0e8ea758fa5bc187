import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Large files that people gave back wait here, in pieces, until the worker has read them. */
export class FileReadings1700000000021 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE file_reading (
        id uuid NOT NULL PRIMARY KEY COMMENT 'also the id of the import that it becomes',
        kind varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'task, memory',
        edition_id uuid NULL COMMENT 'of a task',
        about json NOT NULL COMMENT 'what was said with the file',
        created_by uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        state varchar(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'waiting' COMMENT 'waiting, read, refused',
        percent tinyint unsigned NOT NULL DEFAULT 0,
        attempts int unsigned NOT NULL DEFAULT 0,
        due_at datetime(3) NULL COMMENT 'when a worker is to take it, again if one died at it',
        outcome longtext COLLATE utf8mb4_bin NULL COMMENT 'JSON, packed: what came of it',
        KEY file_reading_due (state, due_at),
        KEY file_reading_age (created_at)
      )`);
    await queryRunner.query(`
      CREATE TABLE file_piece (
        file_id uuid NOT NULL,
        number int unsigned NOT NULL,
        bytes mediumblob NOT NULL COMMENT 'of the packed file',
        PRIMARY KEY (file_id, number)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
