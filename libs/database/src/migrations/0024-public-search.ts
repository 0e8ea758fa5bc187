import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index of the portal's search. Its words are written by `indexWords` of publishing. */
export class PublicSearch1700000000024 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE public_search (
        edition_id uuid NOT NULL PRIMARY KEY,
        article_id uuid NOT NULL,
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        section_code varchar(60) COLLATE utf8mb4_bin NOT NULL,
        first_published_at datetime(3) NOT NULL,
        text longtext NOT NULL COMMENT 'the words of the page, for passages around what was sought',
        words longtext CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        FULLTEXT KEY public_search_words (words)
      ) COMMENT 'live pages only'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
