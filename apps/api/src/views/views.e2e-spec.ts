import { z } from 'zod';
import { MAX_SAVED_VIEWS, savedViewSchema, type SavedView } from '@desk/contracts';
import type { Answered, Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

const viewsSchema = z.object({ items: z.array(savedViewSchema) });
const filter = { language: 'km', stale: true, personId: 'me', dueWithinDays: 7, sort: 'due' };

let newsroom: HttpNewsroom;
let sectionId: string;
let writer: Colleague;
let editor: Colleague;

beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  sectionId = await newsroom.section('tin');
  writer = await newsroom.hire('hanh', 'vi', { role: 'writer', sectionId });
  editor = await newsroom.hire('dat', 'vi', { role: 'managing_editor', sectionId });
});
afterAll(() => newsroom.close());

const keeps = (person: Colleague, name: string, more: object = {}): Promise<SavedView> =>
  person.does(savedViewSchema, 'POST', 'me/views', { body: { name, filter, ...more } });
const views = async (person: Colleague): Promise<SavedView[]> =>
  (await person.reads(viewsSchema, 'me/views')).items;
const refusal = ({ status, body }: Answered) => ({
  status,
  code: z.object({ code: z.string() }).parse(body).code,
});

describe('views of the board', () => {
  it('are kept, changed and deleted', async () => {
    const made = await keeps(writer, 'Bản Khmer đã cũ');
    expect(made).toMatchObject({
      name: 'Bản Khmer đã cũ',
      filter,
      sectionId: null,
      mine: true,
      owner: { id: writer.id, name: 'hanh' },
      version: 1,
    });
    expect(await views(writer)).toEqual([made]);
    const path = `me/views/${made.id}`;
    const changed = await writer.does(savedViewSchema, 'PATCH', path, {
      body: { name: 'Việc gấp', filter: { urgent: true } },
      ifMatch: 1,
    });
    expect(changed).toMatchObject({
      name: 'Việc gấp',
      filter: { urgent: true, sort: 'updated' },
      version: 2,
    });
    const stale = await writer.send('PATCH', path, { body: { name: 'Khác' }, ifMatch: 1 });
    expect(refusal(stale)).toEqual({ status: 409, code: 'request.changed_meanwhile' });
    expect((await writer.send('DELETE', path)).status).toBe(204);
    expect(await views(writer)).toEqual([]);
    expect(refusal(await writer.send('DELETE', path))).toEqual({
      status: 404,
      code: 'view.missing',
    });
  });

  it('hold a filter that the board understands', async () => {
    const board = await writer.send(
      'GET',
      'board?language=km&stale=true&personId=me&dueWithinDays=7&sort=due',
    );
    expect(board.status).toBe(200);
    for (const wrong of [
      { colour: 'red' },
      { state: 'lost' },
      { stale: 'true' },
      { limit: 5 },
      null,
    ]) {
      const answer = await writer.send('POST', 'me/views', { body: { name: 'x', filter: wrong } });
      expect(answer.status).toBe(422);
    }
    for (const name of ['', '   ', 'x'.repeat(101)]) {
      const answer = await writer.send('POST', 'me/views', { body: { name, filter: {} } });
      expect(answer.status).toBe(422);
    }
  });

  it('have names of their own, and are fifty at most', async () => {
    const person = await newsroom.hire('bao', 'vi', { role: 'writer', sectionId });
    const first = await keeps(person, 'Một');
    const again = await person.send('POST', 'me/views', { body: { name: 'Một', filter: {} } });
    expect(refusal(again)).toEqual({ status: 409, code: 'view.name_taken' });
    await keeps(person, 'Hai');
    const renamed = await person.send('PATCH', `me/views/${first.id}`, {
      body: { name: 'Hai' },
      ifMatch: 1,
    });
    expect(refusal(renamed)).toEqual({ status: 409, code: 'view.name_taken' });
    for (let number = 3; number <= MAX_SAVED_VIEWS; number += 1) await keeps(person, `${number}`);
    const many = await person.send('POST', 'me/views', { body: { name: 'Nữa', filter: {} } });
    expect(refusal(many)).toEqual({ status: 409, code: 'view.too_many' });
  });
});

describe('guarantee H: views', () => {
  it('are shared with a section by who directs it, and seen by who sees the section', async () => {
    const shared = await keeps(editor, 'Cả tổ xem', { sectionId });
    const other = await newsroom.section('rieng');
    const neighbour = await newsroom.hire('lang', 'vi', {
      role: 'managing_editor',
      sectionId: other,
    });
    expect(await views(writer)).toMatchObject([
      { id: shared.id, mine: false, owner: { name: 'dat' } },
    ]);
    expect(await views(neighbour)).toEqual([]);
    const path = `me/views/${shared.id}`;
    for (const person of [writer, neighbour]) {
      const change = await person.send('PATCH', path, { body: { name: 'Của tôi' }, ifMatch: 1 });
      expect(refusal(change)).toEqual({ status: 404, code: 'view.missing' });
      expect(refusal(await person.send('DELETE', path))).toEqual({
        status: 404,
        code: 'view.missing',
      });
    }
    const denied = await writer.send('POST', 'me/views', {
      body: { name: 'x', filter, sectionId },
    });
    expect(refusal(denied)).toEqual({ status: 403, code: 'permission.denied' });
    const unseen = await neighbour.send('POST', 'me/views', {
      body: { name: 'x', filter, sectionId },
    });
    expect(refusal(unseen)).toEqual({ status: 404, code: 'section.missing' });
    await editor.does(savedViewSchema, 'PATCH', path, { body: { sectionId: null }, ifMatch: 1 });
    expect(await views(writer)).toEqual([]);
  });
});

describe('who is signed in', () => {
  it('learns what they may do somewhere', async () => {
    const schema = z.object({ may: z.array(z.string()) });
    const { may } = await writer.reads(schema, 'session');
    expect(may).toEqual(
      expect.arrayContaining(['article.create', 'edition.write', 'glossary.read']),
    );
    for (const not of ['task.set_due', 'view.share', 'team.read', 'people.manage']) {
      expect(may).not.toContain(not);
    }
    expect((await editor.reads(schema, 'session')).may).toEqual(
      expect.arrayContaining(['task.set_due', 'task.reassign', 'view.share', 'team.read']),
    );
    const nobody = await newsroom.hire('khach', 'vi');
    expect((await nobody.reads(schema, 'session')).may).toEqual([]);
  });
});
