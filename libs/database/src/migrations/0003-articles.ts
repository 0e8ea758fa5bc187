import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sections, articles, their editions, and the immutable revisions of these. */
export class Articles1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE section (
        id uuid NOT NULL PRIMARY KEY,
        code varchar(60) COLLATE utf8mb4_bin NOT NULL COMMENT 'its part of a public address',
        names json NOT NULL COMMENT '{vi,en,km}',
        policy json NOT NULL COMMENT 'the sign-off policy',
        position int NOT NULL DEFAULT 0,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL,
        updated_at datetime(3) NOT NULL,
        UNIQUE KEY section_code (code)
      )`);
    await runner.query(`
      CREATE TABLE article (
        id uuid NOT NULL PRIMARY KEY,
        section_id uuid NOT NULL,
        source_language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        byline varchar(200) NOT NULL DEFAULT '',
        created_by uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        updated_at datetime(3) NOT NULL,
        version int unsigned NOT NULL DEFAULT 1,
        KEY article_section (section_id, updated_at, id),
        KEY article_updated (updated_at, id),
        KEY article_created_by (created_by, updated_at, id),
        CONSTRAINT article_section_id FOREIGN KEY (section_id) REFERENCES section (id)
      )`);
    await runner.query(`
      CREATE TABLE edition (
        id uuid NOT NULL PRIMARY KEY,
        article_id uuid NOT NULL,
        section_id uuid NOT NULL COMMENT 'as its article''s, for lists',
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        is_source boolean NOT NULL,
        state varchar(20) COLLATE utf8mb4_bin NOT NULL DEFAULT 'draft',
        version int unsigned NOT NULL DEFAULT 1 COMMENT 'rises with every change of text or state',
        title varchar(500) COLLATE utf8mb4_uca1400_as_cs NOT NULL DEFAULT '',
        summary text NOT NULL,
        body longtext NOT NULL COMMENT 'the working copy, JSON',
        slug varchar(200) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
        seo json NOT NULL,
        contributors json NOT NULL COMMENT 'everybody who ever wrote or translated this text',
        saved_revision_id uuid NULL COMMENT 'the revision equal to the working copy; null: edited since',
        review_revision_id uuid NULL COMMENT 'what is or was last asked to be signed off',
        approved_revision_id uuid NULL COMMENT 'has all its sign-offs',
        live_revision_id uuid NULL,
        liveness varchar(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'none' COMMENT 'none, live, withdrawn',
        source_revision_id uuid NULL COMMENT 'translations: the source revision that this text was made from',
        first_published_at datetime(3) NULL,
        published_at datetime(3) NULL,
        withdrawn_at datetime(3) NULL,
        withdrawal_reason json NULL,
        created_at datetime(3) NOT NULL,
        updated_at datetime(3) NOT NULL,
        UNIQUE KEY edition_language (article_id, language),
        KEY edition_state (language, state, updated_at, id),
        KEY edition_section (section_id, state, updated_at, id),
        CONSTRAINT edition_article FOREIGN KEY (article_id) REFERENCES article (id)
      )`);
    await runner.query(`
      CREATE TABLE revision (
        id uuid NOT NULL PRIMARY KEY,
        edition_id uuid NOT NULL,
        number int unsigned NOT NULL,
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        title varchar(500) COLLATE utf8mb4_uca1400_as_cs NOT NULL,
        summary text NOT NULL,
        body longtext NOT NULL,
        slug varchar(200) COLLATE utf8mb4_bin NOT NULL,
        seo json NOT NULL,
        hash char(64) COLLATE utf8mb4_bin NOT NULL,
        contributors json NOT NULL,
        source_revision_id uuid NULL,
        author_id uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        UNIQUE KEY revision_number (edition_id, number),
        CONSTRAINT revision_edition FOREIGN KEY (edition_id) REFERENCES edition (id)
      )`);
    await runner.query(`
      CREATE TABLE edition_slug (
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        slug varchar(200) COLLATE utf8mb4_bin NOT NULL,
        edition_id uuid NOT NULL,
        current boolean NOT NULL COMMENT 'false: an old address that leads to the current one',
        PRIMARY KEY (language, slug),
        KEY edition_slug_edition (edition_id)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
