import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Releases and corrections, and the public read model (`public_*`) that the portal serves from. */
export class Publishing1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE \`release\` (
        id uuid NOT NULL PRIMARY KEY,
        article_id uuid NOT NULL,
        state varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'planned, published, cancelled, failed',
        publish_at datetime(3) NOT NULL,
        created_by uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        published_at datetime(3) NULL,
        failure varchar(200) NULL,
        version int unsigned NOT NULL DEFAULT 1,
        KEY release_due (state, publish_at),
        KEY release_list (publish_at, id),
        KEY release_article (article_id)
      )`);
    await runner.query(`
      CREATE TABLE release_edition (
        release_id uuid NOT NULL,
        edition_id uuid NOT NULL,
        revision_id uuid NOT NULL,
        revision_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        planned_key uuid NULL COMMENT 'the edition while the release is planned: one plan an edition',
        PRIMARY KEY (release_id, edition_id),
        UNIQUE KEY release_edition_planned (planned_key)
      )`);
    await runner.query(`
      CREATE TABLE correction (
        id uuid NOT NULL PRIMARY KEY,
        edition_id uuid NOT NULL,
        revision_id uuid NOT NULL,
        note text NOT NULL COMMENT 'public, in the edition''s language',
        corrected_by uuid NOT NULL,
        corrected_at datetime(3) NOT NULL,
        KEY correction_edition (edition_id)
      )`);
    await runner.query(`
      CREATE TABLE public_section (
        id uuid NOT NULL PRIMARY KEY,
        code varchar(60) COLLATE utf8mb4_bin NOT NULL,
        names json NOT NULL,
        position int NOT NULL,
        UNIQUE KEY public_section_code (code)
      )`);
    await runner.query(`
      CREATE TABLE public_page (
        edition_id uuid NOT NULL PRIMARY KEY,
        article_id uuid NOT NULL,
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        section_code varchar(60) COLLATE utf8mb4_bin NOT NULL,
        slug varchar(200) COLLATE utf8mb4_bin NOT NULL,
        status varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'live, archived, withdrawn',
        revision_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        title varchar(500) NOT NULL,
        summary text NOT NULL,
        html longtext NOT NULL,
        seo json NOT NULL,
        byline varchar(200) NOT NULL,
        translators json NOT NULL,
        is_source boolean NOT NULL,
        being_updated boolean NOT NULL DEFAULT false,
        corrections json NOT NULL COMMENT '[{at, note}]',
        withdrawal_reason json NULL,
        first_published_at datetime(3) NOT NULL,
        published_at datetime(3) NOT NULL,
        withdrawn_at datetime(3) NULL,
        UNIQUE KEY public_page_address (language, slug),
        KEY public_page_list (language, status, first_published_at, edition_id),
        KEY public_page_section (language, section_code, status, first_published_at, edition_id),
        KEY public_page_article (article_id, language)
      )`);
    await runner.query(`
      CREATE TABLE public_redirect (
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        slug varchar(200) COLLATE utf8mb4_bin NOT NULL,
        edition_id uuid NOT NULL,
        PRIMARY KEY (language, slug)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
