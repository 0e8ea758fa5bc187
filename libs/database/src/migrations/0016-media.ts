import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Media: files with what is said of them, the parts of pictures that are shown, and who sees them. */
export class Media1700000000016 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE media (
        id uuid NOT NULL PRIMARY KEY,
        kind varchar(10) COLLATE utf8mb4_bin NOT NULL,
        type varchar(60) COLLATE utf8mb4_bin NOT NULL,
        name varchar(255) COLLATE utf8mb4_uca1400_as_cs NOT NULL,
        content_hash char(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'of the file as it is kept',
        size bigint unsigned NOT NULL,
        width int unsigned NULL COMMENT 'of a picture, upright',
        height int unsigned NULL,
        media_key char(40) COLLATE utf8mb4_bin NOT NULL COMMENT 'of a picture: its framing now',
        credit varchar(300) COLLATE utf8mb4_uca1400_as_cs NOT NULL DEFAULT '',
        licence varchar(20) COLLATE utf8mb4_bin NULL,
        texts longtext NOT NULL,
        words_folded text COLLATE utf8mb4_bin NOT NULL COMMENT 'name, credit and texts, to be searched',
        words_bare text COLLATE utf8mb4_bin NOT NULL,
        uploaded_by uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        updated_at datetime(3) NOT NULL,
        version int unsigned NOT NULL DEFAULT 1,
        UNIQUE KEY media_content (content_hash),
        UNIQUE KEY media_key (media_key),
        KEY media_newest (created_at, id),
        KEY media_kind (kind, created_at, id),
        KEY media_uploader (uploaded_by, created_at, id)
      )`);
    await queryRunner.query(`
      CREATE TABLE media_framing (
        media_key char(40) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
        media_id uuid NOT NULL,
        crop longtext NULL,
        focal_point longtext NULL,
        width int unsigned NOT NULL COMMENT 'of what the crop leaves',
        height int unsigned NOT NULL,
        state varchar(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'waiting',
        problem varchar(60) COLLATE utf8mb4_bin NULL,
        created_at datetime(3) NOT NULL,
        settled_at datetime(3) NULL,
        KEY media_framing_media (media_id)
      )`);
    await queryRunner.query(`
      CREATE TABLE public_media (
        edition_id uuid NOT NULL,
        media_key char(40) COLLATE utf8mb4_bin NOT NULL,
        stored_as varchar(120) COLLATE utf8mb4_bin NULL COMMENT 'null: a picture, in sizes',
        type varchar(60) COLLATE utf8mb4_bin NOT NULL,
        PRIMARY KEY (edition_id, media_key),
        KEY public_media_key (media_key)
      ) COMMENT 'what the pages of readers show'`);
    await queryRunner.query(
      `ALTER TABLE public_page ADD COLUMN picture longtext NULL COMMENT 'the first one of the text'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
