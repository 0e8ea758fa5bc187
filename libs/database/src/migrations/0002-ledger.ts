import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The journal and outbox in one, the jobs it causes, its seals, and requests that act once. */
export class Ledger1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_entry (
        id uuid NOT NULL PRIMARY KEY,
        fact varchar(60) COLLATE utf8mb4_bin NOT NULL,
        at datetime(3) NOT NULL,
        actor_id uuid NULL COMMENT 'null: the system itself',
        request_id varchar(64) COLLATE utf8mb4_bin NOT NULL,
        trace_parent varchar(64) COLLATE utf8mb4_bin NULL,
        section_id uuid NULL,
        article_id uuid NULL,
        edition_id uuid NULL,
        language varchar(2) COLLATE utf8mb4_bin NULL,
        revision_id uuid NULL,
        revision_hash char(64) COLLATE utf8mb4_bin NULL,
        subject_id uuid NULL COMMENT 'the task, comment, release, account that it is about',
        payload json NOT NULL,
        place bigint unsigned NULL COMMENT 'its number in commit order, given by the relay',
        dispatched_at datetime(3) NULL COMMENT 'null: nobody has been told yet',
        UNIQUE KEY ledger_entry_place (place),
        KEY ledger_entry_dispatched (dispatched_at, id),
        KEY ledger_entry_article (article_id, place),
        KEY ledger_entry_edition (edition_id, place),
        KEY ledger_entry_actor (actor_id, place),
        KEY ledger_entry_fact (fact, place)
      )`);
    await runner.query(`
      CREATE TABLE ledger_cursor (
        name varchar(20) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
        place bigint unsigned NOT NULL
      )`);
    await runner.query(`INSERT INTO ledger_cursor VALUES ('placed', 0), ('sealed', 0)`);
    await runner.query(`
      CREATE TABLE ledger_block (
        number bigint unsigned NOT NULL PRIMARY KEY,
        first_place bigint unsigned NOT NULL,
        last_place bigint unsigned NOT NULL,
        previous_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        hash char(64) COLLATE utf8mb4_bin NOT NULL,
        sealed_at datetime(3) NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE ledger_job (
        entry_id uuid NOT NULL,
        job varchar(60) COLLATE utf8mb4_bin NOT NULL,
        part varchar(20) COLLATE utf8mb4_bin NOT NULL DEFAULT '' COMMENT 'a child of a flow, e.g. its language',
        state varchar(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'waiting' COMMENT 'waiting, done, dead',
        attempts int unsigned NOT NULL DEFAULT 0,
        last_error varchar(1000) NULL,
        created_at datetime(3) NOT NULL,
        done_at datetime(3) NULL,
        PRIMARY KEY (entry_id, job, part),
        KEY ledger_job_state (state, created_at)
      )`);
    await runner.query(`
      CREATE TABLE idempotent_request (
        account_id uuid NOT NULL,
        idempotency_key varchar(100) COLLATE utf8mb4_bin NOT NULL,
        request_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        response longtext NOT NULL,
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (account_id, idempotency_key),
        KEY idempotent_request_created (created_at)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
