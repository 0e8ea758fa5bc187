import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { presenceSchema, type PresenceMode } from '@desk/contracts';
import { change, firstRow, newId } from '@desk/database';
import { writesArticle } from '../../../../test/support/article-work.js';
import type { Colleague } from '../../../../test/support/colleague.js';
import { EventReader } from '../../../../test/support/event-reader.js';
import { eventually } from '../../../../test/support/eventually.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';
import { OwnRedis } from '../../../../test/support/own-redis.js';

const text = {
  title: 'Hội đua ghe ngo có 54 đội',
  summary: '',
  body: { type: 'doc' as const, content: [] },
  slug: '',
  seo: { title: '', description: '' },
};
const seconds = 1_000;

let redis: OwnRedis;
let newsroom: HttpNewsroom;
let writer: Colleague;
let reviewer: Colleague;
let sectionId: string;
let editionId: string;
const windows: EventReader[] = [];

beforeAll(async () => {
  redis = await OwnRedis.open(8);
  newsroom = await HttpNewsroom.open({ REDIS_URL: redis.url });
  writer = await newsroom.hire('hanh', 'vi', { role: 'writer' });
  reviewer = await newsroom.hire('phia', 'vi', { role: 'reviewer' });
  sectionId = await newsroom.section('tin');
});
beforeEach(async () => {
  ({ editionId } = await writesArticle(writer, sectionId, text));
});
afterEach(() => {
  for (const one of windows.splice(0)) one.close();
});
afterAll(async () => {
  await newsroom.close();
  await redis.close();
});

const path = () => `editions/${editionId}/presence`;
const beats = (person: Colleague, mode: PresenceMode = 'reading', windowId = newId()) =>
  person.does(presenceSchema, 'PUT', path(), { body: { windowId, mode } });
const listens = async (person: Colleague): Promise<EventReader> => {
  const window = await EventReader.open(person);
  windows.push(window);
  return window;
};
const lastHeard = (window: EventReader) => window.presence.at(-1);
const writerThere = (mode: PresenceMode) => ({ personId: writer.id, mode });
const reviewerThere = (mode: PresenceMode) => ({ personId: reviewer.id, mode });

describe('who has an edition open', () => {
  it('is told to whoever opens it, and to those who have it open', async () => {
    const here = newId();
    expect(await beats(writer, 'editing', here)).toMatchObject({
      known: true,
      people: [{ id: writer.id, name: 'hanh', mode: 'editing', windows: 1 }],
    });
    const window = await listens(writer);
    newsroom.clock.advance(seconds);

    const there = newId();
    const { people } = await beats(reviewer, 'reading', there);
    expect(people.map(({ id }) => id)).toEqual([writer.id, reviewer.id]);
    await eventually(() => {
      expect(lastHeard(window)).toMatchObject({
        editionId,
        sectionId,
        people: [writerThere('editing'), reviewerThere('reading')],
      });
    });
    await beats(reviewer, 'editing', there);
    await eventually(() => {
      expect(lastHeard(window)?.people).toEqual([writerThere('editing'), reviewerThere('editing')]);
    });
    expect((await reviewer.send('DELETE', `${path()}?windowId=${there}`)).status).toBe(204);
    await eventually(() => {
      expect(lastHeard(window)?.people).toEqual([writerThere('editing')]);
    });
    expect((await reviewer.reads(presenceSchema, path())).people).toMatchObject([
      { id: writer.id },
    ]);
  });

  it('is not said again while nothing changes', async () => {
    const here = newId();
    await beats(writer, 'reading', here);
    const window = await listens(writer);
    await beats(writer, 'reading', here);
    await beats(writer, 'reading', here);
    await beats(writer, 'editing', here);
    await eventually(() => {
      expect(window.presence).toHaveLength(1);
    });
    expect(lastHeard(window)?.people).toEqual([writerThere('editing')]);
  });

  it('forgets a window of which nothing was heard for thirty seconds', async () => {
    await beats(writer, 'editing');
    newsroom.clock.advance(31 * seconds);
    const { people } = await beats(reviewer);
    expect(people).toMatchObject([{ id: reviewer.id, mode: 'reading' }]);
  });

  it('counts the windows of one person, and at most eight of them', async () => {
    for (let count = 0; count < 9; count += 1) await beats(writer);
    expect((await writer.reads(presenceSchema, path())).people).toMatchObject([{ windows: 8 }]);
  });

  it('ends with all windows at once for who does not say which', async () => {
    await beats(writer);
    await beats(writer);
    await beats(reviewer);
    expect((await writer.send('DELETE', path())).status).toBe(204);
    const { people } = await writer.reads(presenceSchema, path());
    expect(people.map(({ id }) => id)).toEqual([reviewer.id]);
  });

  it('sees both of two who come at the same time', async () => {
    const window = await listens(writer);
    await Promise.all([beats(writer), beats(reviewer)]);
    await eventually(() => {
      expect(lastHeard(window)?.people).toHaveLength(2);
    });
  });

  it('does not move the place from which a stream is taken up again', async () => {
    const window = await listens(writer);
    await beats(writer);
    await eventually(() => {
      expect(window.presence).toHaveLength(1);
    });
    const idOf = (kind: string) => window.heard.find(({ type }) => type === kind)?.id;
    expect(idOf('presence')).toBe(idOf('ready'));
  });
});

describe('guarantee H: who has an edition open', () => {
  it('is not heard by those who do not have it open', async () => {
    const elsewhere = await listens(reviewer);
    const window = await listens(writer);
    await beats(writer, 'editing');
    await eventually(() => {
      expect(window.presence).toHaveLength(1);
    });
    expect(elsewhere.presence).toEqual([]);
  });

  it('is nobody’s business who may not see it, nor can they stand among them', async () => {
    const otherId = await newsroom.section(`khac-${newId().slice(-6)}`);
    const key = `lang-${newId().slice(-6)}`;
    const neighbour = await newsroom.hire(key, 'vi', { role: 'writer', sectionId: otherId });
    await beats(writer);
    const body = { windowId: newId(), mode: 'reading' };
    const answers = await Promise.all([
      neighbour.send('GET', path()),
      neighbour.send('PUT', path(), { body }),
      neighbour.send('DELETE', `${path()}?windowId=${newId()}`),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'edition.missing' } });
    }
    expect((await writer.reads(presenceSchema, path())).people).toHaveLength(1);
  });

  it('is not heard any longer by who lost their role meanwhile', async () => {
    const key = `tam-${newId().slice(-6)}`;
    const guest = await newsroom.hire(key, 'vi', { role: 'reviewer', sectionId });
    const stream = await listens(guest);
    const window = await listens(writer);
    await beats(guest);
    await eventually(() => {
      expect(stream.presence).toHaveLength(1);
    });
    await change(newsroom.sql, 'DELETE FROM role_grant WHERE account_id = ?', [guest.id]);
    // A stream asks every three seconds who listens.
    await new Promise((resume) => setTimeout(resume, 3_500));
    await beats(writer);
    await eventually(() => {
      expect(window.presence).toHaveLength(1);
    });
    expect(stream.presence).toHaveLength(1);
  });

  it('is not for tokens to say', async () => {
    const { token } = await writer.does(z.object({ token: z.string() }), 'POST', 'me/tokens', {
      body: { name: 'máy', scopes: ['read', 'edition.*'] },
      key: randomUUID(),
    });
    const refused = await newsroom.stranger().send('PUT', path(), {
      body: { windowId: newId(), mode: 'editing' },
      headers: { authorization: `Bearer ${token}` },
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'token.scope_missing' } });
  });
});

describe('a beat', () => {
  it('keeps no session alive, in which nobody does anything', async () => {
    const lastSeen = async () =>
      firstRow(
        newsroom.sql,
        z.object({ at: z.date() }),
        'SELECT MAX(last_seen_at) AS at FROM session WHERE account_id = ?',
        [writer.id],
      );
    await writer.send('GET', 'session');
    const before = await lastSeen();
    newsroom.clock.advance(5 * 60 * seconds);
    await beats(writer);
    await writer.reads(presenceSchema, path());
    expect(await lastSeen()).toEqual(before);
    await writer.send('GET', 'session');
    expect(await lastSeen()).not.toEqual(before);
  });

  it('is refused when it says what is no mode or no window', async () => {
    for (const body of [
      { windowId: newId(), mode: 'asleep' },
      { windowId: '1', mode: 'reading' },
      { mode: 'reading' },
    ]) {
      expect((await writer.send('PUT', path(), { body })).status).toBe(422);
    }
    expect((await writer.send('DELETE', `${path()}?windowId=1`)).status).toBe(422);
  });
});

describe('without Redis', () => {
  it('presence begins anew with the next beats when everything was lost', async () => {
    const here = newId();
    await beats(writer, 'editing', here);
    await redis.forgetAll();
    expect(await reviewer.reads(presenceSchema, path())).toEqual({ known: true, people: [] });
    await beats(writer, 'editing', here);
    expect((await reviewer.reads(presenceSchema, path())).people).toMatchObject([
      { id: writer.id, mode: 'editing' },
    ]);
  });

  it('nobody knows who is there, and nothing else changes', async () => {
    const alone = await HttpNewsroom.open({ REDIS_URL: 'unix:///tmp/desk-no-redis-here.sock' });
    try {
      const sole = await alone.hire('hanh', 'vi', { role: 'writer' });
      const article = await writesArticle(sole, await alone.section('tin'), text);
      const address = `editions/${article.editionId}/presence`;
      const body = { windowId: newId(), mode: 'editing' };
      const unknown = { known: false, people: [] };
      expect(await sole.does(presenceSchema, 'PUT', address, { body })).toEqual(unknown);
      expect(await sole.reads(presenceSchema, address)).toEqual(unknown);
      const left = await sole.send('DELETE', `${address}?windowId=${body.windowId}`);
      expect(left.status).toBe(204);
    } finally {
      await alone.close();
    }
  });
});
