import { z } from 'zod';
import { editionActions, roles, taskSchema } from '@desk/contracts';
import { doorsOf, type Door, type Knocked } from '../../../../test/support/doors.js';
import { FullNewsroom } from '../../../../test/support/full-newsroom.js';
import {
  changes,
  isKept,
  isRefused,
  Knocking,
  nameOf,
  type Sending,
} from '../../../../test/support/knocking.js';

/** The routes that a stranger may use. Whoever adds one here says why in its `@Public`. */
const open = [
  'GET /api/docs',
  'GET /api/docs/style.css',
  'GET /api/openapi.json',
  'GET /api/v1/unsubscribe/{token}',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'POST /api/v1/password-resets',
  'POST /api/v1/password-resets/{token}',
  'POST /api/v1/session',
  'POST /api/v1/unsubscribe/{token}',
];
/** Routes about who asks, for everybody who is signed in: what they change is one's own. */
const own = [
  'PATCH /api/v1/me',
  'PUT /api/v1/me/password',
  'POST /api/v1/me/tokens',
  'PUT /api/v1/me/preferences',
  'POST /api/v1/me/views',
  'POST /api/v1/inbox/read',
  'DELETE /api/v1/session',
];
/** They take a body, but change nothing. */
const onlyLooks = ['POST /api/v1/glossary/find', 'POST /api/v1/memory/look-up'];
/** What these keep is the whole newsroom's: whoever may change it may, whatever their section. */
const newsroomWide = /^\/api\/v1\/(glossary|memory|media|spelling-words)/;
/** All that any action asks for. */
const said = {
  comment: 'Xin xem lại.',
  note: 'Đã sửa.',
  reason: { vi: 'Nhầm', en: 'A mistake', km: 'ច្រឡំ' },
  publishAt: '2026-03-09T01:00:00Z',
  revisionHash: '0'.repeat(64),
};

let newsroom: FullNewsroom;
let all: Door[];
let closed: Door[];
beforeAll(async () => {
  newsroom = await FullNewsroom.open();
  all = await doorsOf(newsroom.http.url);
  closed = all.filter(({ isPublic }) => !isPublic).flatMap(withEveryAction);
});
afterAll(() => newsroom.close());

/** The workflow has one door and many actions behind it. */
const withEveryAction = (door: Door): Door[] =>
  nameOf(door) === 'POST /api/v1/editions/{id}/transitions'
    ? editionActions.map((action) => ({ ...door, example: { action, ...said } }))
    : [door];

const firstAndLast = (ids: readonly string[]): string[] => [
  ...new Set([...ids.slice(0, 1), ...ids.slice(-1)]),
];
/** Somebody who knows two of each kind of these things. */
const knocking = async (things: ReadonlyMap<string, readonly string[]>): Promise<Knocking> =>
  new Knocking(await newsroom.versions(), [...things.values()].flatMap(firstAndLast));

/** Not to follow what one does not follow is no change. */
const isNoChange = ({ status }: Knocked, door: Door): boolean =>
  status === 204 && nameOf(door) === 'DELETE /api/v1/me/subscriptions/{subject}/{id}';

describe('guarantee H: every route', () => {
  it('is public for a reason, or answers 401 to who is not signed in', async () => {
    expect(closed.length).toBeGreaterThan(100);
    const isOpen = all.filter(({ isPublic }) => isPublic).map(nameOf);
    expect(isOpen.sort()).toEqual(open);
    const stranger = newsroom.http.stranger();
    const one = new Knocking(new Map(), await newsroom.idsIn('article'));
    const required = ({ status, code }: Knocked) => status === 401 && code === 'session.required';
    expect(await one.wrong(closed, stranger, required)).toEqual([]);
    const heads = closed.filter((door) => !changes(door));
    const unlocked = await one.wrong(
      heads.map((door) => ({ ...door, method: 'HEAD' })),
      stranger,
      ({ status }) => status === 401,
    );
    expect(unlocked).toEqual([]);
  });

  it('that reads one thing reads it for who may: these tests know the id of one', async () => {
    const everybody = await newsroom.http.hire('tatca', 'vi', ...roles.map((role) => ({ role })));
    const things = [...(await newsroom.everything()).values()].flat();
    const knows = new Knocking(new Map(), things);
    const unread: string[] = [];
    for (const door of closed.filter((one) => !changes(one) && one.path.includes('{'))) {
      const refused = await knows.wrong([door], everybody, ({ status }) => status !== 200);
      if (refused.length === 0) unread.push(nameOf(door));
    }
    expect(unread).toEqual([]);
  });

  it('that changes something wants the key of the session beside the cookie', async () => {
    const { writer } = newsroom;
    const before = await newsroom.http.fingerprint();
    const knows = await knocking(new Map([['edition', await newsroom.idsIn('edition')]]));
    const wrongKeys: Sending[] = ['', 'x'.repeat(43)].map((key) => ({
      headers: { 'x-csrf-token': key },
    }));
    for (const sending of [{ without: 'x-csrf-token' }, ...wrongKeys]) {
      const forged = await knows.wrong(
        closed.filter(changes),
        writer,
        ({ status, code }) => status === 403 && code === 'session.csrf',
        () => sending,
      );
      expect(forged).toEqual([]);
    }
    expect(await newsroom.http.fingerprint()).toEqual(before);
  });
});

describe('guarantee H: who has no role', () => {
  it('does nothing, sees nothing, and does not learn what there is', async () => {
    const nobody = await newsroom.http.hire('khach', 'en');
    const things = await newsroom.everything([nobody.id]);
    const knows = await knocking(things);
    const doors = closed.filter((door) => !own.includes(nameOf(door)));
    const before = await newsroom.http.fingerprint();
    const isRight = (answer: Knocked, door: Door): boolean =>
      isKept(answer, door, [...things.values()].flat()) || isNoChange(answer, door);
    expect(await knows.wrong(doors, nobody, isRight)).toEqual([]);
    expect(await knows.toldApart(doors, nobody)).toEqual([]);
    expect(await newsroom.http.fingerprint()).toEqual(before);
  }, 180_000);

  it('marks nobody else’s notices as read', async () => {
    const nobody = await newsroom.http.as('khach');
    const before = await newsroom.http.fingerprint();
    const ids = await newsroom.idsIn('notice');
    for (const body of [{ ids }, { upTo: ids[0] }]) {
      const read = await nobody.send('POST', 'inbox/read', { body });
      expect(read).toMatchObject({ status: 200, body: { unread: 0 } });
    }
    expect(await newsroom.http.fingerprint()).toEqual(before);
  });
});

describe('guarantee H: who works in another section', () => {
  it('sees and does nothing in this one, whatever their role there', async () => {
    const sectionId = newsroom.otherSectionId;
    const there = roles.filter((role) => role !== 'administrator');
    const grants = there.map((role) => ({ role, sectionId }));
    const neighbour = await newsroom.http.hire('lang', 'vi', ...grants);
    const things = await newsroom.ofTheSection();
    const knows = await knocking(things);
    const doors = closed.filter(
      (door) => !own.includes(nameOf(door)) && !(changes(door) && newsroomWide.test(door.path)),
    );
    const before = await newsroom.http.fingerprint();
    const isRight = (answer: Knocked, door: Door): boolean =>
      isKept(answer, door, [...things.values()].flat()) || isNoChange(answer, door);
    expect(await knows.wrong(doors, neighbour, isRight)).toEqual([]);
    expect(await knows.toldApart(doors, neighbour)).toEqual([]);
    expect(await newsroom.http.fingerprint()).toEqual(before);
  }, 180_000);

  it('has lists that are not empty for who works here', async () => {
    const { sectionId } = newsroom;
    const manager = await newsroom.http.hire('dat', 'vi', { role: 'managing_editor', sectionId });
    const lists = {
      articles: 'article',
      'tasks?view=all': 'task',
      releases: 'release',
      sections: 'section',
    };
    for (const [path, table] of Object.entries(lists)) {
      const ids = await newsroom.idsIn(table);
      const { text } = await manager.page(path);
      expect(ids.some((id) => text.includes(id))).toBe(true);
    }
  });
});

describe('guarantee H: a token of too small a scope', () => {
  let owner: Awaited<ReturnType<FullNewsroom['http']['hire']>>;
  const withToken = async (scope: string): Promise<Sending> => {
    const body = { name: scope, scopes: [scope] };
    const schema = z.object({ token: z.string() });
    const { token } = await owner.does(schema, 'POST', 'me/tokens', { body });
    return { headers: { authorization: `Bearer ${token}` } };
  };
  /** A token has no session to end: nothing happens. */
  const doorsOfTokens = () => closed.filter((door) => nameOf(door) !== 'DELETE /api/v1/session');
  const thingsOfOthers = async () => {
    const things = await newsroom.everything([owner.id]);
    things.delete('api_token');
    return things;
  };

  beforeAll(async () => {
    owner = await newsroom.http.hire('chu', 'vi', ...roles.map((role) => ({ role })));
    const [task = ''] = await newsroom.idsIn('task');
    await owner.does(taskSchema, 'POST', `tasks/${task}/claim`, { ifMatch: 1 });
  });

  it('opens nothing else, though its owner may do everything', async () => {
    const forComments = await withToken('comment.write');
    const forGlossary = await withToken('glossary.read');
    const things = await thingsOfOthers();
    const before = await newsroom.http.fingerprint();
    const tooWide = await (
      await knocking(things)
    ).wrong(
      doorsOfTokens(),
      newsroom.http.stranger(),
      (answer, door) => isKept(answer, door, [...things.values()].flat()),
      ({ path }) => (path.includes('/comments') ? forGlossary : forComments),
    );
    expect(tooWide).toEqual([]);
    expect(await newsroom.http.fingerprint()).toEqual(before);
  }, 180_000);

  it('that is for reading changes nothing', async () => {
    const forReading = await withToken('read');
    const doors = doorsOfTokens().filter(changes);
    const before = await newsroom.http.fingerprint();
    const changing = await (
      await knocking(await thingsOfOthers())
    ).wrong(
      doors.filter((door) => !onlyLooks.includes(nameOf(door))),
      newsroom.http.stranger(),
      isRefused,
      () => forReading,
    );
    expect(changing).toEqual([]);
    expect(await newsroom.http.fingerprint()).toEqual(before);
  }, 180_000);
});
