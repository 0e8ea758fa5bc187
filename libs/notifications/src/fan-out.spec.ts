import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { change, isDuplicate, jsonColumn, newId, rows, wholeNumber } from '@desk/database';
import type { Entry } from '@desk/ledger';
import type { Person } from '@desk/people';
import {
  grant,
  NotifyingNewsroom,
  type TestEdition,
} from '../../../test/support/notifying-newsroom.js';
import { FanOut } from './fan-out.service.js';

let newsroom: NotifyingNewsroom;
let writer: Person;
let editor: Person;
let editing: Person;
let edition: TestEdition;

beforeAll(async () => {
  newsroom = await NotifyingNewsroom.open();
  writer = await newsroom.person('Trần Thị Hạnh', [grant('writer')]);
  const second = await newsroom.person('Kim Sơn', [grant('writer')]);
  editor = await newsroom.person('Nguyễn Văn Đạt', [grant('managing_editor')]);
  editing = await newsroom.person('Thạch Thị Mai', [grant('managing_editor')]);
  await newsroom.person('Lê Hoàng Minh', [grant('approver')]);
  edition = await newsroom.edition(await newsroom.section(), [writer, second]);
});
afterAll(() => newsroom.close());

const toBeTold = ['Kim Sơn', 'Thạch Thị Mai', 'Trần Thị Hạnh'];

/** Both writers and the other managing editor hear of it; at once by e-mail too. */
const withdrawal = (): Promise<Entry> =>
  newsroom.happens('edition.withdrawn', editor, edition.subject, {
    from: 'published',
    to: 'withdrawn',
    reason: 'Số liệu chưa được kiểm chứng.',
  });

const count = async (table: 'email' | 'digest_item', entry: Entry): Promise<number> => {
  const [found] = await rows(
    newsroom.sql,
    z.object({ n: wholeNumber }),
    `SELECT COUNT(*) AS n FROM ${table} t JOIN notice n ON n.id = t.notice_id WHERE n.entry_id = ?`,
    [entry.id],
  );
  return found?.n ?? 0;
};

describe('guarantee C: each recipient has each notice once in the inbox', () => {
  it('when the fan-out runs once', async () => {
    const entry = await withdrawal();
    await newsroom.follows('notifications.fan-out', entry);
    expect(await newsroom.inboxesWith(entry)).toEqual(toBeTold);
    expect(await count('email', entry)).toBe(3);
  });

  it('when it runs again, as a job that was delivered twice', async () => {
    const entry = await withdrawal();
    await newsroom.follows('notifications.fan-out', entry);
    await newsroom.follows('notifications.fan-out', entry);
    expect(await newsroom.inboxesWith(entry)).toEqual(toBeTold);
    expect(await count('email', entry)).toBe(3);
  });

  it('even when nothing remembers that the job was done', async () => {
    const entry = await withdrawal();
    for (let time = 0; time < 3; time += 1) {
      await newsroom.inTransaction((tx) => newsroom.get(FanOut).fanOut(tx, entry.at, entry));
    }
    expect(await newsroom.inboxesWith(entry)).toEqual(toBeTold);
    expect(await count('email', entry)).toBe(3);
  });

  it('when five workers have the job at the same time', async () => {
    const entry = await withdrawal();
    const all = Array.from({ length: 5 }, () => newsroom.follows('notifications.fan-out', entry));
    await Promise.all(all);
    expect(await newsroom.inboxesWith(entry)).toEqual(toBeTold);
    expect(await count('email', entry)).toBe(3);
  });

  it('when two write at the same time without asking whether it was done', async () => {
    const entry = await withdrawal();
    const write = () =>
      newsroom.inTransaction((tx) => newsroom.get(FanOut).fanOut(tx, entry.at, entry));
    const results = await Promise.allSettled([write(), write(), write()]);
    const failed = results.filter((result) => result.status === 'rejected');
    expect(failed.every(({ reason }) => isDuplicate(reason))).toBe(true);
    expect(failed.length).toBeLessThan(3);
    expect(await newsroom.inboxesWith(entry)).toEqual(toBeTold);
    expect(await count('email', entry)).toBe(3);
  });

  it('after a crash at any of its statements', async () => {
    const entry = await withdrawal();
    let crashes = 0;
    for (let statement = 1; ; statement += 1) {
      const ran = newsroom.inTransaction((tx) =>
        newsroom.get(FanOut).fanOut(dyingAt(statement, tx), entry.at, entry),
      );
      const died = await ran.then(
        () => false,
        () => true,
      );
      if (!died) break;
      crashes += 1;
      expect(await newsroom.inboxesWith(entry)).toEqual([]);
      expect(await count('email', entry)).toBe(0);
    }
    expect(crashes).toBeGreaterThan(6);
    expect(await newsroom.inboxesWith(entry)).toEqual(toBeTold);
    expect(await count('email', entry)).toBe(3);
  });

  it('also when somebody came to the newsroom between two runs', async () => {
    const entry = await withdrawal();
    await newsroom.inTransaction((tx) => newsroom.get(FanOut).fanOut(tx, entry.at, entry));
    const newcomer = await newsroom.person('Danh Út', [grant('managing_editor')]);
    await newsroom.inTransaction((tx) => newsroom.get(FanOut).fanOut(tx, entry.at, entry));
    expect(await newsroom.inboxesWith(entry)).toEqual(['Danh Út', ...toBeTold]);
    await change(newsroom.sql, 'DELETE FROM role_grant WHERE account_id = ?', [newcomer.id]);
  });

  it('is never told to the one who did it', async () => {
    const byEditor = await withdrawal();
    await newsroom.follows('notifications.fan-out', byEditor);
    expect(await newsroom.inboxesWith(byEditor)).not.toContain(editor.name);

    const byWriter = await newsroom.told('comment.added', writer, edition.subject, {
      text: 'Xin xem lại đoạn hai.',
    });
    expect(await newsroom.inboxesWith(byWriter)).toEqual(['Kim Sơn']);
    expect(await count('email', byWriter)).toBe(0);
    expect(await count('digest_item', byWriter)).toBe(1);
  });

  it('does not reach one whose account is closed or who may not see the section', async () => {
    const elsewhere = await newsroom.section();
    const stranger = await newsroom.person('Sok Dara', [
      grant('managing_editor', { sectionId: elsewhere }),
    ]);
    await change(newsroom.sql, `UPDATE account SET status = 'disabled' WHERE id = ?`, [editing.id]);
    const entry = await withdrawal();
    await newsroom.follows('notifications.fan-out', entry);
    expect(await newsroom.inboxesWith(entry)).toEqual(['Kim Sơn', 'Trần Thị Hạnh']);
    expect(await newsroom.inboxesWith(entry)).not.toContain(stranger.name);
    await change(newsroom.sql, `UPDATE account SET status = 'active' WHERE id = ?`, [editing.id]);
  });

  it('tells nobody of a fact that nobody hears of', async () => {
    const entry = await newsroom.told('edition.revised', writer, edition.subject, {
      from: 'published',
      to: 'draft',
    });
    expect(await newsroom.inboxesWith(entry)).toEqual([]);
  });
});

/** A transaction whose connection the server ends just before its nth statement. */
function dyingAt(statement: number, tx: EntityManager): EntityManager {
  let before = statement;
  const query = async (text: string, parameters?: unknown[]): Promise<unknown> => {
    before -= 1;
    if (before === 0) {
      const connectionId = z.array(z.object({ id: wholeNumber }));
      const [own] = connectionId.parse(await tx.query('SELECT CONNECTION_ID() AS id'));
      await newsroom.sql.query(`KILL ${own?.id ?? 0}`);
    }
    return tx.query(text, parameters);
  };
  return new Proxy(tx, {
    get: (target, key): unknown => (key === 'query' ? query : Reflect.get(target, key)),
  });
}

describe('a proposal for the glossary', () => {
  it('is told to terminologists, and what becomes of it to whoever made it', async () => {
    const id = newId();
    const terms = ['vi: nhà bè', 'km: ផ្ទះបណ្តែត'];
    await change(
      newsroom.sql,
      `INSERT INTO term_proposal (id, terms, proposed_by, created_at) VALUES (?, '[]', ?, ?)`,
      [id, writer.id, new Date()],
    );
    const subject = { subjectId: id };
    const made = await newsroom.happens('proposal.made', writer, subject, { terms });
    await newsroom.follows('notifications.fan-out', made);
    const terminologists = await newsroom.inboxesWith(made);
    expect(terminologists).toEqual(expect.arrayContaining(['Nguyễn Văn Đạt', 'Thạch Thị Mai']));
    for (const other of ['Trần Thị Hạnh', 'Kim Sơn', 'Lê Hoàng Minh']) {
      expect(terminologists).not.toContain(other);
    }
    const comment = 'Đã có từ này.';
    const declined = await newsroom.happens('proposal.declined', editor, subject, {
      comment,
      terms,
    });
    await newsroom.follows('notifications.fan-out', declined);
    expect(await newsroom.inboxesWith(declined)).toEqual(['Trần Thị Hạnh']);
    const [notice] = await rows(
      newsroom.sql,
      z.object({ facts: jsonColumn(z.looseObject({})) }),
      'SELECT facts FROM notice WHERE entry_id = ?',
      [declined.id],
    );
    expect(notice?.facts).toMatchObject({ what: terms.join('; '), note: comment });
  });
});
