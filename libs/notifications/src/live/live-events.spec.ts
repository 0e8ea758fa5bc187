import type { LiveEvent } from '@desk/contracts';
import { change } from '@desk/database';
import { placeNewEntries, record, type Entry } from '@desk/ledger';
import type { Person } from '@desk/people';
import { eventually } from '../../../../test/support/eventually.js';
import {
  grant,
  NotifyingNewsroom,
  type TestEdition,
} from '../../../../test/support/notifying-newsroom.js';
import { LiveEvents } from './live-events.service.js';
import type { LiveListener } from './live-stream.js';

let newsroom: NotifyingNewsroom;
let editor: Person;
let writer: Person;
let sectionId: string;
let edition: TestEdition;
const open: Listening[] = [];

/** A connection that keeps what it was told, and from where it would go on. */
class Listening implements LiveListener {
  readonly heard: LiveEvent[] = [];
  resumeAt = 0;
  ended = false;

  constructor(public who: Person) {
    open.push(this);
  }

  person = (): Person => this.who;
  tell(event: LiveEvent, resumeAt: number): void {
    this.heard.push(event);
    this.resumeAt = resumeAt;
  }
  reached(resumeAt: number): void {
    this.resumeAt = resumeAt;
  }
  overrun(): void {
    this.ended = true;
  }

  get types(): string[] {
    return this.heard.map(({ type }) => type);
  }
  /** The places of what it heard of editions, in the order in which it heard them. */
  get editions(): number[] {
    return this.heard.flatMap(({ type, data }) => (type === 'edition' ? [data.place] : []));
  }
  get notices(): number[] {
    return this.heard.flatMap(({ type, data }) => (type === 'notice' ? [data.place] : []));
  }
}

beforeAll(async () => {
  newsroom = await NotifyingNewsroom.open();
  editor = await newsroom.person('Nguyễn Văn Đạt', [grant('managing_editor')]);
  writer = await newsroom.person('Trần Thị Hạnh', [grant('writer')]);
  sectionId = await newsroom.section();
  edition = await newsroom.edition(sectionId, [writer]);
});
afterEach(async () => {
  for (const one of open.splice(0)) live().close(one);
  await change(newsroom.sql, `UPDATE ledger_job SET state = 'done'`);
});
afterAll(() => newsroom.close());

const live = () => newsroom.get(LiveEvents);
const listens = async (who: Person, resumeAt: number | null = null): Promise<Listening> => {
  const listening = new Listening(who);
  await live().open(listening, resumeAt);
  return listening;
};
const withdrawn = (of: TestEdition = edition): Promise<Entry> =>
  newsroom.happens('edition.withdrawn', editor, of.subject, {
    from: 'published',
    to: 'withdrawn',
    reason: 'Chưa được kiểm chứng.',
  });
const tells = (entry: Entry) => newsroom.follows('notifications.fan-out', entry);
const placeOf = (entry: Entry): number => entry.place ?? 0;

describe('live events', () => {
  it('begin with where the stream stands, and tell what happens from then on', async () => {
    const before = await withdrawn();
    await tells(before);
    const screen = await listens(writer);
    expect(screen.heard).toEqual([{ type: 'ready', data: { place: placeOf(before) } }]);
    const entry = await withdrawn();
    live().wake();
    await eventually(() => expect(screen.types).toEqual(['ready', 'edition']));
    expect(screen.heard[1]).toMatchObject({
      data: {
        place: placeOf(entry),
        fact: 'edition.withdrawn',
        editionId: edition.id,
        language: 'vi',
      },
    });
  });

  it('tell of a notice when it is in the inbox, and only to its owner', async () => {
    const [screen, other] = [await listens(writer), await listens(editor)];
    const entry = await withdrawn();
    live().wake();
    await eventually(() => expect(screen.editions).toEqual([placeOf(entry)]));
    expect(screen.notices).toEqual([]);
    await tells(entry);
    live().wake();
    await eventually(() => expect(screen.notices).toEqual([placeOf(entry)]));
    expect(other.notices).toEqual([]);
    expect(other.editions).toEqual([placeOf(entry)]);
  });

  it('come in the order in which things were committed', async () => {
    const screen = await listens(writer);
    const entries: Entry[] = [];
    for (let number = 0; number < 20; number += 1) entries.push(await withdrawn());
    live().wake();
    await eventually(() => expect(screen.editions).toHaveLength(20));
    expect(screen.editions).toEqual(entries.map(placeOf));
  });

  it('do not pass over what was begun before and committed after', async () => {
    const screen = await listens(writer);
    const moved = { from: 'withdrawn', to: 'published' };
    let early = '';
    let late: Entry | undefined;
    await newsroom.inTransaction(async (tx) => {
      const now = newsroom.clock.now();
      early = await record(tx, now, editor.id, 'edition.restored', edition.subject, moved);
      late = await withdrawn();
      live().wake();
      await eventually(() => expect(screen.editions).toHaveLength(1));
    });
    await newsroom.inTransaction((tx) => placeNewEntries(tx, 10));
    live().wake();
    await eventually(() => expect(screen.editions).toHaveLength(2));
    expect(early < (late?.id ?? '')).toBe(true);
    expect(screen.heard.map(({ data }) => ('fact' in data ? data.fact : 'ready'))).toEqual([
      'ready',
      'edition.withdrawn',
      'edition.restored',
    ]);
  });
});

describe('a stream that is taken up again', () => {
  it('tells everything since the last event, in order, without a gap', async () => {
    const screen = await listens(writer);
    const first = await withdrawn();
    await tells(first);
    live().wake();
    await eventually(() => expect(screen.notices).toEqual([placeOf(first)]));
    await eventually(() => expect(screen.resumeAt).toBe(placeOf(first)));
    live().close(screen);

    const missed: Entry[] = [];
    for (let number = 0; number < 5; number += 1) missed.push(await withdrawn());
    for (const entry of missed) await tells(entry);
    const again = await listens(writer, screen.resumeAt);
    await eventually(() => expect(again.notices).toEqual(missed.map(placeOf)));
    expect(again.editions).toEqual(missed.map(placeOf));
    const next = await withdrawn();
    live().wake();
    await eventually(() => expect(again.editions.at(-1)).toBe(placeOf(next)));
  });

  it('hears of notices that were not yet written when it was cut', async () => {
    const screen = await listens(writer);
    const [slow, quick] = [await withdrawn(), await withdrawn()];
    await tells(quick);
    live().wake();
    await eventually(() => expect(screen.notices).toEqual([placeOf(quick)]));
    live().close(screen);
    expect(screen.resumeAt).toBeLessThan(placeOf(slow));

    await tells(slow);
    const again = await listens(writer, screen.resumeAt);
    await eventually(() =>
      expect(again.notices.toSorted((one, other) => one - other)).toEqual([
        placeOf(slow),
        placeOf(quick),
      ]),
    );
  });

  it('hears of a notice that is written while it catches up', async () => {
    const from = placeOf(await withdrawn());
    const entries: Entry[] = [];
    for (let number = 0; number < 30; number += 1) entries.push(await withdrawn());
    const opening = listens(writer, from);
    await Promise.all(entries.map(tells));
    const screen = await opening;
    live().wake();
    await eventually(() => expect(new Set(screen.notices)).toEqual(new Set(entries.map(placeOf))));
  });

  it('is told to read everything again when it missed too much', async () => {
    const from = placeOf(await withdrawn());
    await newsroom.inTransaction(async (tx) => {
      const at = newsroom.clock.now();
      const payload = { from: 'published', to: 'draft' };
      for (let number = 0; number < 5_100; number += 1) {
        await record(tx, at, editor.id, 'edition.revised', edition.subject, payload);
      }
    });
    const place = () => newsroom.inTransaction((tx) => placeNewEntries(tx, 1_000));
    while ((await place()).length > 0);
    const screen = await listens(writer, from);
    expect(screen.types).toEqual(['reset']);
    const entry = await withdrawn();
    live().wake();
    await eventually(() => expect(screen.editions).toEqual([placeOf(entry)]));
  });
});

describe('guarantee H: a stream tells only what its listener may see', () => {
  it('nothing of another section, of somebody else’s account, of jobs', async () => {
    const elsewhere = await newsroom.section();
    const stranger = await newsroom.person('Sok Dara', [grant('writer', { sectionId: elsewhere })]);
    const administrator = await newsroom.person('Danh Sa Vuth', [grant('administrator')]);
    const [screen, all] = [await listens(stranger), await listens(administrator)];
    await tells(await withdrawn());
    const about = { subjectId: writer.id };
    await newsroom.told('account.changed', administrator, about, { fields: ['name'] });
    await newsroom.told('job.died', null, about, { job: 'email.deliver', error: '550' });
    const theirs = await withdrawn(await newsroom.edition(elsewhere, [stranger]));
    live().wake();
    await eventually(() => expect(screen.editions).toEqual([placeOf(theirs)]));
    expect(screen.types).toEqual(['ready', 'edition']);
    await eventually(() => expect(all.types).toContain('job'));
  });

  it('says ids and states, never a text', async () => {
    const screen = await listens(writer);
    const entry = await newsroom.told('comment.added', editor, edition.subject, {
      text: 'Chỉ nội bộ biết.',
    });
    live().wake();
    await eventually(() => expect(screen.notices).toEqual([placeOf(entry)]));
    const said = JSON.stringify(screen.heard);
    for (const text of ['nội bộ', 'Công tác', editor.name]) expect(said).not.toContain(text);
  });

  it('from the moment on at which they lose the section', async () => {
    const mover = await newsroom.person('Kim Sơn', [grant('writer')]);
    const [screen, witness] = [await listens(mover), await listens(writer)];
    const seen = await withdrawn();
    live().wake();
    await eventually(() => expect(screen.editions).toEqual([placeOf(seen)]));
    screen.who = { ...mover, grants: [grant('writer', { sectionId: await newsroom.section() })] };
    const hidden = await withdrawn();
    live().wake();
    await eventually(() => expect(witness.editions.at(-1)).toBe(placeOf(hidden)));
    expect(screen.editions).toEqual([placeOf(seen)]);
    await change(newsroom.sql, `UPDATE account SET status = 'disabled' WHERE id = ?`, [mover.id]);
  });

  it('and to a token without the scope to read, nothing at all', async () => {
    const [screen, witness] = [
      await listens({ ...writer, scopes: ['task.translate'] }),
      await listens(writer),
    ];
    await tells(await withdrawn());
    live().wake();
    await eventually(() => expect(witness.types).toEqual(['ready', 'edition', 'notice']));
    expect(screen.types).toEqual(['ready']);
  });
});

it('a process that stops ends its streams, so that screens go elsewhere', async () => {
  const screen = await listens(writer);
  live().onModuleDestroy();
  expect(screen.ended).toBe(true);
});

describe('an entry whose notices do not come', () => {
  it('holds up neither the stream nor those who connect anew', async () => {
    const screen = await listens(writer);
    const stuck = await withdrawn();
    const next = await withdrawn();
    await tells(next);
    live().wake();
    await eventually(() => expect(screen.notices).toEqual([placeOf(next)]));
    const fresh = await listens(writer);
    expect(fresh.heard).toEqual([{ type: 'ready', data: { place: placeOf(stuck) - 1 } }]);
    await tells(stuck);
    live().wake();
    await eventually(() => expect(fresh.notices).toEqual([placeOf(stuck)]));
    expect(fresh.editions).toEqual([]);
  });
});
