import { rows } from '@desk/database';
import { z } from 'zod';
import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';
import { MemoryFiles } from '../memory/index.js';
import { TaskExports, TaskImports } from '../task-files/index.js';
import { dueFiles, FileReadings, forgetFileReadings } from './index.js';

let newsroom: TranslatingNewsroom;
beforeAll(async () => {
  newsroom = await TranslatingNewsroom.open();
});
afterAll(() => newsroom.close());

const readings = () => newsroom.desk.get(FileReadings);
const imports = () => newsroom.desk.get(TaskImports);
const memory = () => newsroom.desk.get(MemoryFiles);
const due = async () =>
  (await dueFiles(newsroom.desk.sql, newsroom.desk.clock.now(), 10)).map(({ id }) => id);
const pieces = async () =>
  (await rows(newsroom.desk.sql, z.object({ number: z.int() }), 'SELECT number FROM file_piece'))
    .length;

/** What makes a file large and says nothing. */
const padding = (bytes: number) =>
  `<!-- ${'chú thích dài dòng '.repeat(Math.ceil(bytes / 20))} -->`;

async function aTask() {
  const source = await newsroom.source({
    title: 'Chợ nổi Cái Răng',
    paragraphs: ['Chợ họp từ 5 giờ sáng. Ghe xuồng đậu san sát.'],
  });
  const { editionId } = await newsroom.prepare(source, 'km');
  const person = await newsroom.desk.translator();
  const { content } = await newsroom.desk.get(TaskExports).write(person, editionId, 'xliff-2.1');
  const translated = content.replace(
    'state="initial"><source>Chợ nổi Cái Răng</source>',
    'state="translated"><source>Chợ nổi Cái Răng</source><target>ផ្សារបណ្តែត</target>',
  );
  return { editionId, person, large: translated.replace('<file ', `${padding(600_000)}<file `) };
}

describe('a large file of a task', () => {
  it('is read by the worker, and can then be seen and taken', async () => {
    const { editionId, person, large } = await aTask();
    const left = await imports().read(person, editionId, 'lớn.xlf', Buffer.from(large));
    expect(left).toMatchObject({ state: 'reading', percent: 0, format: 'xliff-2.1', rows: [] });
    expect(await imports().preview(person, left.id)).toEqual(left);
    const early = imports().apply(person, left.id, { overwrite: [] });
    await expect(early).rejects.toMatchObject({ code: 'exchange.import_reading' });

    expect(await due()).toEqual([left.id]);
    await readings().fulfil(left.id);
    expect(await due()).toEqual([]);
    expect(await pieces()).toBe(0);
    const seen = await imports().preview(person, left.id);
    expect(seen).toMatchObject({ state: 'read', percent: 100, name: 'lớn.xlf', takeable: true });
    expect(seen.counts).toMatchObject({ new: 1, nothing: 2, problems: 0 });
    await readings().fulfil(left.id);
    const outcome = await imports().apply(person, left.id, { overwrite: [] });
    expect(outcome).toEqual({ written: 1, conflicts: [] });
    expect((await newsroom.sheet(editionId))[0]?.target).toBe('ផ្សារបណ្តែត');
  });

  it('is refused with its line, and nothing of it can be taken', async () => {
    const { editionId, person, large } = await aTask();
    const broken = Buffer.from(large.replace('</file>', '</fil>'));
    const { id } = await imports().read(person, editionId, 'hỏng.xlf', broken);
    await readings().fulfil(id);
    const seen = await imports().preview(person, id);
    expect(seen).toMatchObject({ state: 'refused', percent: 100, takeable: false });
    expect(seen.problems).toMatchObject([{ code: 'exchange.not_well_formed', unit: null }]);
    expect(seen.problems[0]?.line).toBeGreaterThan(1);
    const apply = imports().apply(person, id, { overwrite: [] });
    await expect(apply).rejects.toMatchObject({ code: 'exchange.import_faulty' });
    const other = await newsroom.desk.person('Kim Sên', { role: 'translator', language: 'en' });
    await expect(imports().preview(other, id)).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });

  it('B: is taken up by another when a worker dies at it, and given up in the end', async () => {
    const { editionId, person, large } = await aTask();
    const { id } = await imports().read(person, editionId, 'x.xlf', Buffer.from(large));
    const { sql, clock } = newsroom.desk;
    const claimed = clock.now();
    await sql.query(
      'UPDATE file_reading SET attempts = 1, due_at = ? + INTERVAL 60 SECOND WHERE id = ?',
      [claimed, id],
    );
    await readings().fulfil(id);
    expect(await imports().preview(person, id)).toMatchObject({ state: 'reading' });
    clock.set(new Date(claimed.getTime() + 61_000));
    expect(await due()).toEqual([id]);
    await readings().fulfil(id);
    expect(await imports().preview(person, id)).toMatchObject({ state: 'read' });

    const lost = await imports().read(person, editionId, 'y.xlf', Buffer.from(large));
    jest.spyOn(newsroom.desk.get(TaskImports), 'readLarge').mockRejectedValue(new Error('gone'));
    for (let tries = 1; tries <= 5; tries += 1) {
      const fulfilled = readings().fulfil(lost.id);
      await (tries < 5 ? expect(fulfilled).rejects.toThrow('gone') : fulfilled);
      clock.set(new Date(clock.now().getTime() + 61_000));
    }
    jest.restoreAllMocks();
    const seen = await imports().preview(person, lost.id);
    expect(seen.problems).toMatchObject([{ code: 'exchange.reading_failed' }]);
  });
});

describe('a large memory', () => {
  const units = (count: number, text: (at: number) => string): string =>
    `<?xml version="1.0"?><tmx version="1.4"><header srclang="vi"/><body>${Array.from(
      { length: count },
      (_, at) =>
        `<tu><tuv xml:lang="vi"><seg>${text(at)}</seg></tuv><tuv xml:lang="en"><seg>Unit ${at}</seg></tuv></tu>`,
    ).join('')}</body></tmx>`;
  const pair = { sourceLanguage: 'vi', targetLanguage: 'en' } as const;
  const about = { name: 'Kho cũ', ...pair, dryRun: false };
  const text = (at: number) => `Đơn vị thứ ${at} của kho cũ, ${'dài '.repeat(40)}`;

  it('is read by the worker, which tells how far it is', async () => {
    const person = await newsroom.desk.managingEditor();
    const left = await memory().take(person, Buffer.from(units(3_000, text)), about);
    expect(left).toMatchObject({ state: 'reading', percent: 0, import: null });
    const id = left.id ?? '';
    const seen: number[] = [];
    const reading = readings().fulfil(id);
    const watching = setInterval(() => {
      void memory()
        .reading(person, id)
        .then(({ percent }) => seen.push(percent));
    }, 20);
    await reading;
    clearInterval(watching);
    expect(await memory().reading(person, id)).toMatchObject({
      ...{ id, state: 'read', percent: 100, read: 3_000, other: 0, problems: [] },
      import: { name: 'Kho cũ', units: 3_000, known: 0 },
    });
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    await expect(memory().reading(await newsroom.desk.translator(), id)).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });

  it('can be tried dry, and what is told of it is forgotten in time', async () => {
    const person = await newsroom.desk.managingEditor();
    const file = Buffer.from(units(3_000, (at) => `${text(at)} nữa`));
    const { id } = await memory().take(person, file, { ...about, dryRun: true });
    await readings().fulfil(id ?? '');
    const seen = await memory().reading(person, id ?? '');
    expect(seen).toMatchObject({ dryRun: true, state: 'read', read: 3_000, import: null });
    const later = new Date(newsroom.desk.clock.now().getTime() + 1_000);
    await forgetFileReadings(newsroom.desk.sql, later);
    await expect(memory().reading(person, id ?? '')).rejects.toMatchObject({
      code: 'exchange.import_missing',
    });
  });
});
