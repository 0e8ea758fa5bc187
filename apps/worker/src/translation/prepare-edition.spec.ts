import { z } from 'zod';
import type { Edition } from '@desk/articles';
import { rows, Transactions } from '@desk/database';
import { SilentBell, type Entry } from '@desk/ledger';
import { jobsOfEntries, plan, type LedgerJobKey } from '@desk/queues';
import { Preparation } from '@desk/translation';
import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';
import { LedgerJobRunner } from '../jobs/ledger-job.runner.js';
import { reactionsTo } from '../relay/reactions.js';
import { PrepareEdition } from './prepare-edition.js';

let newsroom: TranslatingNewsroom;
let runner: LedgerJobRunner;
let prepareEdition: PrepareEdition;
beforeAll(async () => {
  newsroom = await TranslatingNewsroom.open();
  const { sql, clock, tasks } = newsroom.desk;
  runner = new LedgerJobRunner(sql, new Transactions(sql), clock, new SilentBell());
  prepareEdition = new PrepareEdition(sql, newsroom.desk.get(Preparation), tasks);
});
afterAll(() => newsroom.close());

const story = {
  title: 'Chợ nổi Cái Răng',
  paragraphs: ['Chợ họp từ 5 giờ sáng. Ghe xuồng đậu san sát.'],
};

/** The last approval of an edition, and the jobs for its languages, as the relay writes them down. */
async function approvalOf({ id }: Edition): Promise<{ entry: Entry; keys: LedgerJobKey[] }> {
  const approvals = await newsroom.desk.entries('edition.approved');
  const entry = approvals.findLast(({ editionId }) => editionId === id);
  if (!entry) throw new Error('not approved');
  const keys = reactionsTo(entry, { webhooks: false })
    .filter(({ job }) => job === 'translation.prepare-edition')
    .map((reaction) => ({ entryId: entry.id, ...reaction }));
  await newsroom.desk.inTransaction((tx, at) => plan(tx, keys, at));
  return { entry, keys };
}
const run = (key: LedgerJobKey): Promise<void> => runner.run(key, prepareEdition);

const taskSchema = z.object({
  id: z.uuid(),
  language: z.string(),
  state: z.string(),
  priority: z.string(),
  revisionId: z.uuid(),
  assigneeId: z.uuid().nullable(),
  segments: z.coerce.number(),
});
/** The tasks to translate an article, with how many segments stand ready for each. */
const tasksFor = ({ articleId }: Edition) =>
  rows(
    newsroom.desk.sql,
    taskSchema,
    `SELECT t.id, t.language, t.state, t.priority, t.revision_id AS revisionId,
       t.assignee_id AS assigneeId, (SELECT COUNT(*) FROM segment g
         WHERE g.edition_id = t.edition_id AND g.source_revision_id = t.revision_id) AS segments
     FROM task t WHERE t.article_id = ? AND t.kind = 'translate' ORDER BY t.created_at, t.language`,
    [articleId],
  );

describe('D: an approved source', () => {
  it('gets one task for each language asked for, complete with its segments', async () => {
    const source = await newsroom.source(story);
    const { keys } = await approvalOf(source);
    expect(keys.map(({ part }) => part)).toEqual(['en', 'km']);
    for (const key of keys) await run(key);
    const ready = {
      state: 'open',
      priority: 'normal',
      revisionId: source.approvedRevisionId,
      segments: 3,
    };
    expect(await tasksFor(source)).toMatchObject([
      { ...ready, language: 'en' },
      { ...ready, language: 'km' },
    ]);
    const told = await newsroom.desk.entries('translation.prepared', 'task.opened');
    expect(
      told.filter(({ articleId }) => articleId === source.articleId).map(({ fact }) => fact),
    ).toEqual(['translation.prepared', 'task.opened', 'translation.prepared', 'task.opened']);
  });

  it('gets it once, also when each job runs many times and at the same time', async () => {
    const source = await newsroom.source(story);
    const { keys } = await approvalOf(source);
    await Promise.all([...keys, ...keys, ...keys].map(run));
    for (const key of keys) await run(key);
    expect(await tasksFor(source)).toMatchObject([
      { language: 'en', segments: 3 },
      { language: 'km', segments: 3 },
    ]);
    const opened = await newsroom.desk.entries('task.opened');
    expect(opened.filter(({ articleId }) => articleId === source.articleId)).toHaveLength(2);
  });

  it('gets it once, also when two approvals of the same revision ask at the same time', async () => {
    const source = await newsroom.source(story);
    const first = await approvalOf(source);
    await newsroom.desk.act(await newsroom.desk.writer(), source.id, 'recall');
    await newsroom.desk.submit(source.id);
    await newsroom.desk.sign(await newsroom.desk.approver(), source.id);
    const second = await approvalOf(source);
    expect(second.entry.id).not.toBe(first.entry.id);
    expect(second.entry.revisionId).toBe(first.entry.revisionId);
    await Promise.all([...first.keys, ...second.keys].map(run));
    expect(await tasksFor(source)).toMatchObject([
      { language: 'en', state: 'open', segments: 3 },
      { language: 'km', state: 'open', segments: 3 },
    ]);
  });

  it('gets either the task and its segments, or neither and another try', async () => {
    const source = await newsroom.source(story);
    const { keys } = await approvalOf(source);
    const [key] = keys;
    if (!key) throw new Error('no job');
    await newsroom.desk.sql.query('RENAME TABLE task TO away');
    await expect(run(key)).rejects.toThrow();
    await newsroom.desk.sql.query('RENAME TABLE away TO task');
    const [job] = await jobsOfEntries(newsroom.desk.sql, [key.entryId]);
    expect(job?.state).toBe('waiting');
    const prepared = await newsroom.desk.entries('translation.prepared');
    expect(prepared.filter(({ articleId }) => articleId === source.articleId)).toEqual([]);
    await run(key);
    expect(await tasksFor(source)).toMatchObject([{ language: 'en', segments: 3 }]);
  });

  it('asks only for the languages of its section', async () => {
    const source = await newsroom.source(story, { requiredLanguages: ['vi', 'km'] });
    const { keys } = await approvalOf(source);
    for (const key of keys) await run(key);
    expect(await tasksFor(source)).toMatchObject([{ language: 'km' }]);
  });
});

describe('a source that is approved anew', () => {
  const later = { ...story, paragraphs: ['Chợ họp từ 6 giờ sáng. Ghe xuồng đậu san sát.'] };

  it('replaces the older task, and who was at it keeps it', async () => {
    const source = await newsroom.source(story, { requiredLanguages: ['vi', 'km'] });
    for (const key of (await approvalOf(source)).keys) await run(key);
    const [older] = await tasksFor(source);
    const translator = await newsroom.desk.translator();
    await newsroom.desk.tasks.claim(translator, older?.id ?? '', 1);
    newsroom.desk.clock.advance(60_000);
    const newer = await newsroom.changed(source.id, later);
    for (const key of (await approvalOf(newer)).keys) await run(key);
    expect(await tasksFor(source)).toMatchObject([
      { state: 'cancelled', revisionId: source.approvedRevisionId },
      {
        state: 'claimed',
        revisionId: newer.approvedRevisionId,
        assigneeId: translator.id,
        segments: 3,
      },
    ]);
  });

  it('keeps its task when the older approval’s job runs late', async () => {
    const source = await newsroom.source(story, { requiredLanguages: ['vi', 'km'] });
    const late = await approvalOf(source);
    const newer = await newsroom.changed(source.id, later);
    for (const key of (await approvalOf(newer)).keys) await run(key);
    for (const key of late.keys) await run(key);
    expect(await tasksFor(source)).toMatchObject([
      { state: 'open', revisionId: newer.approvedRevisionId, segments: 3 },
    ]);
  });

  it('is urgent when readers see the text that it corrects', async () => {
    const source = await newsroom.source(story, { requiredLanguages: ['vi', 'km'] });
    await newsroom.desk.sql.query(`UPDATE edition SET liveness = 'live' WHERE id = ?`, [source.id]);
    const newer = await newsroom.changed(source.id, later);
    for (const key of (await approvalOf(newer)).keys) await run(key);
    expect(await tasksFor(source)).toMatchObject([{ priority: 'urgent' }]);
  });
});
