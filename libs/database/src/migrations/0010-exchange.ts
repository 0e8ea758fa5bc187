import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that translators gave back, until what they hold is taken or forgotten. */
export class Exchange1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exchange_import (
        id uuid NOT NULL PRIMARY KEY,
        edition_id uuid NOT NULL,
        created_by uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        name varchar(255) NOT NULL,
        format varchar(10) COLLATE utf8mb4_bin NOT NULL,
        units longtext COLLATE utf8mb4_bin NOT NULL COMMENT 'JSON, packed: what the file translates',
        problems longtext COLLATE utf8mb4_bin NOT NULL COMMENT 'JSON, packed: what is wrong with it, by line',
        KEY exchange_import_edition (edition_id, id),
        KEY exchange_import_age (created_at)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
