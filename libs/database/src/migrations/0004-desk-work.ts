import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Review rounds, sign-offs, comments, tasks, segments and the translation memory. */
export class DeskWork1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE review_round (
        id uuid NOT NULL PRIMARY KEY,
        edition_id uuid NOT NULL,
        article_id uuid NOT NULL,
        section_id uuid NOT NULL,
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        number int unsigned NOT NULL,
        revision_id uuid NOT NULL,
        revision_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        policy json NOT NULL COMMENT 'what the section asked for when the round was opened',
        opened_by uuid NOT NULL,
        opened_at datetime(3) NOT NULL,
        closed_at datetime(3) NULL,
        outcome varchar(20) COLLATE utf8mb4_bin NULL COMMENT 'approved, changes_requested, recalled',
        open_key uuid NULL COMMENT 'the edition while the round is open: one open round an edition',
        UNIQUE KEY review_round_open (open_key),
        UNIQUE KEY review_round_number (edition_id, number)
      )`);
    await runner.query(`
      CREATE TABLE sign_off (
        id uuid NOT NULL PRIMARY KEY,
        round_id uuid NOT NULL,
        edition_id uuid NOT NULL,
        revision_id uuid NOT NULL,
        revision_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        seat varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'review, approve',
        account_id uuid NOT NULL,
        accepted_stale_against uuid NULL COMMENT 'the newer source revision that this text knowingly lacks',
        note varchar(2000) NOT NULL DEFAULT '',
        signed_at datetime(3) NOT NULL,
        voided_at datetime(3) NULL,
        UNIQUE KEY sign_off_person (round_id, account_id),
        KEY sign_off_edition (edition_id)
      )`);
    await runner.query(`
      CREATE TABLE comment (
        id uuid NOT NULL PRIMARY KEY,
        edition_id uuid NOT NULL,
        revision_id uuid NOT NULL,
        parent_id uuid NULL,
        anchor json NULL COMMENT '{path, from, to, quote}; null: the whole text',
        text text NOT NULL,
        author_id uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        resolved_at datetime(3) NULL,
        resolved_by uuid NULL,
        version int unsigned NOT NULL DEFAULT 1,
        KEY comment_edition (edition_id, id),
        KEY comment_parent (parent_id)
      )`);
    await runner.query(`
      CREATE TABLE task (
        id uuid NOT NULL PRIMARY KEY,
        kind varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'translate, review, sign_off',
        article_id uuid NOT NULL,
        edition_id uuid NOT NULL,
        section_id uuid NOT NULL,
        source_language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        revision_id uuid NOT NULL COMMENT 'translate: the source revision; else the one under review',
        round_id uuid NULL,
        priority varchar(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'normal',
        state varchar(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'open' COMMENT 'open, claimed, done, cancelled',
        assignee_id uuid NULL,
        lease_until datetime(3) NULL COMMENT 'a claim that is not renewed comes back',
        due_at datetime(3) NOT NULL,
        reminded_before_at datetime(3) NULL,
        reminded_after_at datetime(3) NULL,
        once_key varchar(120) COLLATE utf8mb4_bin NOT NULL,
        created_at datetime(3) NOT NULL,
        done_at datetime(3) NULL,
        version int unsigned NOT NULL DEFAULT 1,
        UNIQUE KEY task_once (once_key),
        KEY task_queue (state, language, kind, due_at, id),
        KEY task_due (state, due_at, id),
        KEY task_assignee (assignee_id, state, due_at, id),
        KEY task_edition (edition_id, state),
        KEY task_section (section_id, state, due_at, id),
        KEY task_lease (state, lease_until)
      )`);
    await runner.query(`
      CREATE TABLE segment (
        id uuid NOT NULL PRIMARY KEY,
        edition_id uuid NOT NULL COMMENT 'the target edition',
        source_revision_id uuid NOT NULL,
        position int unsigned NOT NULL,
        place varchar(120) COLLATE utf8mb4_bin NOT NULL,
        kind varchar(20) COLLATE utf8mb4_bin NOT NULL,
        source text NOT NULL,
        source_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        context_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        codes json NOT NULL,
        gap varchar(20) NOT NULL DEFAULT '',
        previous_source text NULL COMMENT 'the old text of a segment that came back changed',
        target text NOT NULL,
        status varchar(12) COLLATE utf8mb4_bin NOT NULL DEFAULT 'untranslated' COMMENT 'untranslated, draft, confirmed',
        origin varchar(12) COLLATE utf8mb4_bin NOT NULL DEFAULT 'none' COMMENT 'none, memory, carried, person',
        match_score tinyint unsigned NULL,
        edited_by uuid NULL,
        updated_at datetime(3) NOT NULL,
        version int unsigned NOT NULL DEFAULT 1,
        UNIQUE KEY segment_position (edition_id, source_revision_id, position)
      )`);
    await runner.query(`
      CREATE TABLE memory_unit (
        id uuid NOT NULL PRIMARY KEY,
        source_language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        target_language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        source_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        context_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        source text NOT NULL,
        target text NOT NULL,
        article_id uuid NULL,
        edition_id uuid NULL,
        created_by uuid NULL,
        created_at datetime(3) NOT NULL,
        updated_at datetime(3) NOT NULL,
        UNIQUE KEY memory_unit_once (source_language, target_language, source_hash, context_hash),
        KEY memory_unit_source (source_hash)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
