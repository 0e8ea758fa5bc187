import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, what they may do, and how they prove who they are. */
export class People1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid NOT NULL PRIMARY KEY,
        email varchar(254) COLLATE utf8mb4_bin NOT NULL,
        name varchar(200) COLLATE utf8mb4_uca1400_as_cs NOT NULL,
        language varchar(2) COLLATE utf8mb4_bin NOT NULL,
        time_zone varchar(64) COLLATE utf8mb4_bin NOT NULL DEFAULT 'Asia/Ho_Chi_Minh',
        digest_hour tinyint unsigned NOT NULL DEFAULT 7,
        password_hash varchar(255) COLLATE utf8mb4_bin NULL,
        status varchar(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'active',
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL,
        updated_at datetime(3) NOT NULL,
        UNIQUE KEY account_email (email)
      )`);
    await runner.query(`
      CREATE TABLE role_grant (
        id uuid NOT NULL PRIMARY KEY,
        account_id uuid NOT NULL,
        role varchar(20) COLLATE utf8mb4_bin NOT NULL,
        section_id uuid NULL COMMENT 'null: every section',
        source_language varchar(2) COLLATE utf8mb4_bin NULL COMMENT 'translators: from; null: any',
        language varchar(2) COLLATE utf8mb4_bin NULL COMMENT 'null: every language',
        granted_by uuid NULL,
        granted_at datetime(3) NOT NULL,
        grant_key varchar(140) COLLATE utf8mb4_bin NOT NULL,
        UNIQUE KEY role_grant_once (grant_key),
        KEY role_grant_role (role, language),
        CONSTRAINT role_grant_account FOREIGN KEY (account_id) REFERENCES account (id),
        KEY role_grant_account_id (account_id)
      )`);
    await runner.query(`
      CREATE TABLE session (
        id_hash char(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY COMMENT 'sha-256 of the cookie',
        account_id uuid NOT NULL,
        csrf_token varchar(64) COLLATE utf8mb4_bin NOT NULL,
        created_at datetime(3) NOT NULL,
        last_seen_at datetime(3) NOT NULL,
        expires_at datetime(3) NOT NULL,
        user_agent varchar(300) NOT NULL DEFAULT '',
        address varchar(64) NOT NULL DEFAULT '',
        KEY session_account (account_id),
        KEY session_expires (expires_at)
      )`);
    await runner.query(`
      CREATE TABLE api_token (
        id uuid NOT NULL PRIMARY KEY,
        account_id uuid NOT NULL,
        name varchar(100) NOT NULL,
        token_hash char(64) COLLATE utf8mb4_bin NOT NULL,
        scopes json NOT NULL,
        created_at datetime(3) NOT NULL,
        expires_at datetime(3) NOT NULL,
        last_used_at datetime(3) NULL,
        revoked_at datetime(3) NULL,
        UNIQUE KEY api_token_hash (token_hash),
        KEY api_token_account (account_id)
      )`);
    await runner.query(`
      CREATE TABLE password_reset (
        id uuid NOT NULL PRIMARY KEY COMMENT 'the token is made from it and the secret',
        account_id uuid NOT NULL,
        entry_id uuid NOT NULL COMMENT 'the ledger entry by which it was asked for',
        created_at datetime(3) NOT NULL,
        expires_at datetime(3) NOT NULL,
        used_at datetime(3) NULL,
        UNIQUE KEY password_reset_entry (entry_id),
        KEY password_reset_account (account_id)
      )`);
    await runner.query(`
      CREATE TABLE rate_limit (
        \`key\` varchar(255) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
        points int NOT NULL DEFAULT 0,
        expire bigint unsigned NULL,
        KEY rate_limit_expire (expire)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
