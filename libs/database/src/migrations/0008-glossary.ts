import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Concepts, their terms, and what translators propose. */
export class Glossary1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE concept (
        id uuid NOT NULL PRIMARY KEY,
        code varchar(100) COLLATE utf8mb4_bin NULL COMMENT 'its name in the starter set',
        domain varchar(60) NOT NULL DEFAULT '',
        headword varchar(300) COLLATE utf8mb4_uca1400_vietnamese_ai_ci NOT NULL COMMENT 'by which lists are ordered',
        note varchar(2000) NOT NULL DEFAULT '',
        source varchar(500) NOT NULL DEFAULT '',
        retired_at datetime(3) NULL,
        created_by uuid NULL COMMENT 'null: from the starter set',
        created_at datetime(3) NOT NULL,
        updated_at datetime(3) NOT NULL,
        version int unsigned NOT NULL DEFAULT 1,
        UNIQUE KEY concept_code (code),
        KEY concept_order (headword, id),
        KEY concept_domain (domain, headword, id)
      )`);
    await runner.query(`
      CREATE TABLE term (
        id uuid NOT NULL PRIMARY KEY,
        concept_id uuid NOT NULL,
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        term varchar(300) COLLATE utf8mb4_bin NOT NULL,
        folded varchar(300) COLLATE utf8mb4_bin NOT NULL COMMENT 'as it is searched: case, tone place and invisible characters aside',
        status varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'preferred, admitted, forbidden',
        note varchar(500) NOT NULL DEFAULT '',
        position smallint unsigned NOT NULL,
        UNIQUE KEY term_once (concept_id, language, term),
        KEY term_folded (language, folded)
      )`);
    await runner.query(`
      CREATE TABLE term_proposal (
        id uuid NOT NULL PRIMARY KEY,
        concept_id uuid NULL COMMENT 'null: a new concept, not yet accepted',
        domain varchar(60) NOT NULL DEFAULT '',
        reason varchar(2000) NOT NULL DEFAULT '',
        terms json NOT NULL,
        state varchar(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'open' COMMENT 'open, accepted, declined',
        proposed_by uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        decided_by uuid NULL,
        decided_at datetime(3) NULL,
        comment varchar(2000) NOT NULL DEFAULT '',
        version int unsigned NOT NULL DEFAULT 1,
        KEY term_proposal_state (state, id),
        KEY term_proposal_person (proposed_by, id)
      )`);
    await runner.query(`
      CREATE TABLE glossary_state (
        id tinyint unsigned NOT NULL PRIMARY KEY,
        revision bigint unsigned NOT NULL COMMENT 'grows with every change: processes see that their terms are old'
      )`);
    await runner.query('INSERT INTO glossary_state VALUES (1, 0)');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
