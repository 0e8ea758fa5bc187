import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices, e-mails, webhooks, and what each person wants to hear. */
export class Notifications1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice (
        id uuid NOT NULL PRIMARY KEY,
        account_id uuid NOT NULL,
        entry_id uuid NOT NULL COMMENT 'the ledger entry that it tells of',
        kind varchar(60) COLLATE utf8mb4_bin NOT NULL,
        facts json NOT NULL,
        in_inbox boolean NOT NULL DEFAULT true COMMENT 'false: only mailed',
        section_id uuid NULL COMMENT 'null: about the account or the newsroom itself',
        article_id uuid NULL,
        edition_id uuid NULL,
        task_id uuid NULL,
        created_at datetime(3) NOT NULL,
        read_at datetime(3) NULL,
        UNIQUE KEY notice_once (account_id, entry_id),
        KEY notice_inbox (account_id, in_inbox, id),
        KEY notice_unread (account_id, in_inbox, read_at, id),
        KEY notice_entry (entry_id)
      )`);
    await runner.query(`
      CREATE TABLE email (
        id uuid NOT NULL PRIMARY KEY,
        account_id uuid NOT NULL,
        message_id varchar(200) COLLATE utf8mb4_bin NOT NULL,
        notice_id uuid NULL,
        digest_key varchar(60) COLLATE utf8mb4_bin NULL COMMENT 'account and day of a digest',
        request_id varchar(64) COLLATE utf8mb4_bin NOT NULL,
        state varchar(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'waiting' COMMENT 'waiting, sending, sent, dead, dropped',
        attempts int unsigned NOT NULL DEFAULT 0,
        send_after datetime(3) NOT NULL,
        lease_until datetime(3) NULL,
        last_error varchar(1000) NULL,
        created_at datetime(3) NOT NULL,
        sent_at datetime(3) NULL,
        UNIQUE KEY email_message (message_id),
        UNIQUE KEY email_notice (notice_id),
        UNIQUE KEY email_digest (digest_key),
        KEY email_state (state, send_after)
      )`);
    await runner.query(`
      CREATE TABLE digest_item (
        notice_id uuid NOT NULL PRIMARY KEY,
        account_id uuid NOT NULL,
        email_id uuid NULL COMMENT 'null: not yet in a digest',
        KEY digest_item_account (account_id, email_id),
        KEY digest_item_email (email_id)
      )`);
    await runner.query(`
      CREATE TABLE notification_preference (
        account_id uuid NOT NULL,
        kind varchar(60) COLLATE utf8mb4_bin NOT NULL,
        channel varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'inbox, email',
        mode varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'immediate, digest, off',
        PRIMARY KEY (account_id, kind, channel)
      )`);
    await runner.query(`
      CREATE TABLE subscription (
        account_id uuid NOT NULL,
        subject varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'article, section',
        subject_id uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        PRIMARY KEY (account_id, subject, subject_id),
        KEY subscription_subject (subject, subject_id)
      )`);
    await runner.query(`
      CREATE TABLE webhook (
        id uuid NOT NULL PRIMARY KEY,
        url varchar(2000) COLLATE utf8mb4_bin NOT NULL,
        secret varchar(200) COLLATE utf8mb4_bin NOT NULL,
        previous_secret varchar(200) COLLATE utf8mb4_bin NULL,
        previous_until datetime(3) NULL COMMENT 'until then the previous secret signs too',
        facts json NOT NULL COMMENT 'the facts it hears; [] is all that are public to webhooks',
        active boolean NOT NULL DEFAULT true,
        disabled_reason varchar(200) NULL,
        failures int unsigned NOT NULL DEFAULT 0 COMMENT 'deliveries that died in a row',
        created_by uuid NOT NULL,
        created_at datetime(3) NOT NULL,
        version int unsigned NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE TABLE webhook_delivery (
        id uuid NOT NULL PRIMARY KEY,
        webhook_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        article_id uuid NULL COMMENT 'what is told of one article is told in order',
        place bigint unsigned NOT NULL COMMENT 'as the ledger entry''s',
        state varchar(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'waiting' COMMENT 'waiting, sent, dead',
        attempts int unsigned NOT NULL DEFAULT 0,
        send_after datetime(3) NOT NULL COMMENT 'while it is being sent: the end of the lease',
        last_status smallint unsigned NULL,
        last_error varchar(1000) NULL,
        created_at datetime(3) NOT NULL,
        sent_at datetime(3) NULL,
        UNIQUE KEY webhook_delivery_once (webhook_id, entry_id),
        KEY webhook_delivery_state (state, send_after),
        KEY webhook_delivery_order (webhook_id, article_id, state, place)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
