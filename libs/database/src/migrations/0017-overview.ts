import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { bare, comparable } from '@desk/languages';
import { rows } from '../rows.js';

const BATCH = 500;

/** What the newsroom's overview reads: since when things stand as they do, titles to be searched. */
export class Overview1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE edition
        ADD COLUMN state_since datetime(3) NOT NULL DEFAULT (created_at)
          COMMENT 'since when it has been in its state',
        ADD COLUMN title_folded varchar(500) COLLATE utf8mb4_bin NOT NULL DEFAULT ''
          COMMENT 'the title as it is searched: case, tone place and invisible characters aside',
        ADD COLUMN title_bare varchar(500) COLLATE utf8mb4_bin NOT NULL DEFAULT ''
          COMMENT 'the same without the marks of Latin letters',
        ADD KEY edition_updated (updated_at, id),
        ADD KEY edition_step (state, is_source, language, state_since),
        ADD KEY edition_live (liveness, published_at, id),
        ADD KEY edition_title (title_bare, section_id, article_id, updated_at)`);
    await runner.query('ALTER TABLE article ADD KEY article_created (created_at, id)');
    await runner.query('ALTER TABLE review_round ADD KEY review_round_sent (opened_by, opened_at)');
    await runner.query(
      'ALTER TABLE segment ADD KEY segment_progress (edition_id, source_revision_id, status)',
    );
    await runner.query(`
      ALTER TABLE task
        ADD COLUMN open_due_at datetime(3) AS (IF(state IN ('open', 'claimed'), due_at, NULL)) VIRTUAL
          COMMENT 'when it is due while it is to be done',
        ADD KEY task_open_due (open_due_at, id),
        ADD KEY task_article (article_id, open_due_at),
        ADD KEY task_done (done_at)`);
    await runner.query(`
      CREATE TABLE edition_stay (
        id uuid NOT NULL PRIMARY KEY,
        edition_id uuid NOT NULL,
        section_id uuid NOT NULL,
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        is_source boolean NOT NULL,
        state varchar(20) COLLATE utf8mb4_bin NOT NULL,
        began_at datetime(3) NOT NULL,
        ended_at datetime(3) NOT NULL,
        KEY edition_stay_ended (ended_at),
        KEY edition_stay_edition (edition_id)
      ) COMMENT 'how long editions were in states that they have left'`);
    await runner.query(`
      CREATE TABLE saved_view (
        id uuid NOT NULL PRIMARY KEY,
        account_id uuid NOT NULL,
        name varchar(100) COLLATE utf8mb4_uca1400_as_cs NOT NULL,
        filter json NOT NULL,
        section_id uuid NULL COMMENT 'everybody of this section sees it; null: its owner alone',
        created_at datetime(3) NOT NULL,
        updated_at datetime(3) NOT NULL,
        version int unsigned NOT NULL DEFAULT 1,
        UNIQUE KEY saved_view_name (account_id, name),
        KEY saved_view_section (section_id)
      )`);
    await this.foldTitles(runner);
    await this.readStates(runner);
  }

  private async foldTitles(runner: QueryRunner): Promise<void> {
    const titled = z.object({ id: z.uuid(), title: z.string() });
    for (let last = ''; ;) {
      const found = await rows(
        runner,
        titled,
        `SELECT id, title FROM edition WHERE title <> '' ${last === '' ? '' : 'AND id > ?'}
         ORDER BY id LIMIT ?`,
        last === '' ? [BATCH] : [last, BATCH],
      );
      for (const { id, title } of found) {
        await runner.query('UPDATE edition SET title_folded = ?, title_bare = ? WHERE id = ?', [
          comparable(title).slice(0, 500),
          bare(title).slice(0, 500),
          id,
        ]);
      }
      last = found.at(-1)?.id ?? '';
      if (found.length < BATCH) return;
    }
  }

  /** What the ledger tells of how editions moved so far. */
  private async readStates(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TEMPORARY TABLE moved AS
      SELECT id, edition_id, at AS moved_at,
        COALESCE(JSON_VALUE(payload, '$.from'), '') AS from_state,
        LAG(at) OVER (PARTITION BY edition_id ORDER BY at, id) AS began_at
      FROM ledger_entry
      WHERE edition_id IS NOT NULL AND (fact = 'edition.created'
        OR (fact LIKE 'edition.%' AND JSON_VALUE(payload, '$.to') <> JSON_VALUE(payload, '$.from')))`);
    await runner.query(`
      INSERT INTO edition_stay
      SELECT m.id, e.id, e.section_id, e.language, e.is_source, m.from_state, m.began_at, m.moved_at
      FROM moved m JOIN edition e ON e.id = m.edition_id
      WHERE m.from_state <> '' AND m.began_at IS NOT NULL`);
    await runner.query(`
      UPDATE edition e JOIN (SELECT edition_id, MAX(moved_at) AS since FROM moved GROUP BY edition_id) m
        ON m.edition_id = e.id
      SET e.state_since = m.since`);
    await runner.query('DROP TEMPORARY TABLE moved');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
