import { DataSource } from 'typeorm';
import { z } from 'zod';
import { onServer, serverUrl } from '../../../../test/support/database.js';
import { databaseOptions } from '../data-source.js';
import { newId } from '../new-id.js';
import { rows } from '../rows.js';
import { Overview1700000000017 } from './0017-overview.js';
import { migrations } from './index.js';

const name = `desk_test_0017_${newId().slice(-8)}`;
const begun = new Date('2026-03-02T01:00:00Z');
const sent = new Date('2026-03-02T05:00:00Z');
const back = new Date('2026-03-02T09:30:00Z');
const typed = new Date('2026-03-03T01:00:00Z');

let database: DataSource;
let editionId: string;

/** A newsroom as it was before, with an article that was sent and came back. */
beforeAll(async () => {
  await onServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci`);
  const url = serverUrl();
  url.pathname = `/${name}`;
  const earlier = migrations.slice(0, migrations.indexOf(Overview1700000000017));
  database = new DataSource({ ...databaseOptions(url.href), migrations: earlier });
  await database.initialize();
  await database.runMigrations();
  const [articleId, sectionId] = [newId(), newId()];
  editionId = newId();
  await database.query(
    `INSERT INTO section (id, code, names, policy, created_at, updated_at)
     VALUES (?, 'tin', '{}', '{}', ?, ?)`,
    [sectionId, begun, begun],
  );
  await database.query(`INSERT INTO article VALUES (?, ?, 'vi', '', ?, ?, ?, 1)`, [
    articleId,
    sectionId,
    newId(),
    begun,
    begun,
  ]);
  await database.query(
    `INSERT INTO edition (id, article_id, section_id, language, is_source, state, title, summary,
       body, seo, contributors, created_at, updated_at)
     VALUES (?, ?, ?, 'vi', TRUE, 'changes_requested', 'Uỷ ban Đối ngoại', '', '{}', '{}', '[]', ?, ?)`,
    [editionId, articleId, sectionId, begun, typed],
  );
});
afterAll(async () => {
  await database.destroy();
  await onServer(`DROP DATABASE IF EXISTS ${name}`);
});

const tells = (fact: string, at: Date, payload: object): Promise<unknown> =>
  database.query(
    `INSERT INTO ledger_entry (id, fact, at, request_id, edition_id, payload)
     VALUES (?, ?, ?, 'x', ?, ?)`,
    [newId(), fact, at, editionId, JSON.stringify(payload)],
  );

it('brings titles to be searched and how long things took along from what was there', async () => {
  await tells('edition.created', begun, {});
  await tells('revision.saved', typed, { number: 1 });
  await tells('edition.submitted', sent, { from: 'draft', to: 'in_review' });
  await tells('edition.signed_off', sent, { from: 'in_review', to: 'in_review', seat: 'review' });
  const comment = { from: 'in_review', to: 'changes_requested', comment: 'Thiếu nguồn.' };
  await tells('edition.changes_requested', back, comment);

  const runner = database.createQueryRunner();
  await new Overview1700000000017().up(runner);
  await runner.release();

  const editionSchema = z.object({ since: z.date(), folded: z.string(), bare: z.string() });
  expect(
    await rows(
      database,
      editionSchema,
      'SELECT state_since AS since, title_folded AS folded, title_bare AS bare FROM edition',
    ),
  ).toEqual([{ since: back, folded: 'ủy ban đối ngoại', bare: 'uy ban doi ngoai' }]);
  const staySchema = z.object({ state: z.string(), began: z.date(), ended: z.date() });
  expect(
    await rows(
      database,
      staySchema,
      'SELECT state, began_at AS began, ended_at AS ended FROM edition_stay ORDER BY ended_at',
    ),
  ).toEqual([
    { state: 'draft', began: begun, ended: sent },
    { state: 'in_review', began: sent, ended: back },
  ]);
});
