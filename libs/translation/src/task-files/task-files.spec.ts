import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';
import type { TaskFormat } from '@desk/contracts';
import { ExchangeRefused } from '../exchange/index.js';
import { FileReadings } from '../file-readings/index.js';
import type { StoredSegment } from '../segment.js';
import { TaskExports } from './task-exports.service.js';
import { TaskImports } from './task-imports.service.js';

let newsroom: TranslatingNewsroom;
beforeAll(async () => {
  newsroom = await TranslatingNewsroom.open();
});
afterAll(() => newsroom.close());

const story = {
  title: 'Chợ nổi Cái Răng',
  paragraphs: ['Chợ họp từ 5 giờ sáng. Ghe xuồng < đậu san sát.', 'Ai cũng vui.'],
};
const formats = ['xliff-1.2', 'xliff-2.1'] as const;

async function prepared() {
  const source = await newsroom.source(story);
  const { editionId } = await newsroom.prepare(source, 'km');
  return { source, editionId, translator: await newsroom.desk.translator() };
}
const exported = async (editionId: string, format: TaskFormat) =>
  newsroom.desk.get(TaskExports).write(await newsroom.desk.translator(), editionId, format);
const imports = () => newsroom.desk.get(TaskImports);
const read = async (editionId: string, text: string) =>
  imports().read(await newsroom.desk.translator(), editionId, 'task.xlf', Buffer.from(text));
const apply = async (importId: string, what: Partial<Parameters<TaskImports['apply']>[2]> = {}) =>
  imports().apply(await newsroom.desk.translator(), importId, { overwrite: [], ...what });

/** Translates in a tool that changes targets and nothing else. */
const inTool = (file: string, texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).reduce(
    (xml, [source, target]) =>
      xml
        .replace(
          `<source>${source}</source>\n<target state="needs-translation">${source}</target>`,
          `<source>${source}</source>\n<target state="needs-translation">${target}</target>`,
        )
        .replace(
          `state="initial"><source>${source}</source>`,
          `state="translated"><source>${source}</source><target>${target}</target>`,
        ),
    file,
  );
const khmer = {
  'Chợ nổi Cái Răng': 'ផ្សារបណ្តែតកាយរ៉ាំង',
  'Chợ họp từ 5 giờ sáng.': 'ផ្សារបើកពីម៉ោង ៥ ព្រឹក។',
  'Ghe xuồng &lt; đậu san sát.': 'ទូកចតជាប់គ្នា។',
};
const targets = (segments: readonly StoredSegment[]) => segments.map(({ target }) => target);

describe.each(formats)('a task as %s', (format) => {
  it('goes out, is translated elsewhere, is seen and comes in', async () => {
    const { editionId, translator } = await prepared();
    const { content, name } = await exported(editionId, format);
    expect(name).toBe(`${editionId}.vi-km.xlf`);
    const preview = await read(editionId, inTool(content, khmer));
    expect(preview).toMatchObject({
      takeable: true,
      format,
      problems: [],
      counts: { new: 3, replaces: 0, same: 0, conflict: 0, nothing: 1, problems: 0 },
    });
    expect(targets(await newsroom.sheet(editionId))).toEqual(['', '', '', '']);
    expect(await apply(preview.id)).toEqual({ written: 3, conflicts: [] });
    const sheet = await newsroom.sheet(editionId);
    expect(targets(sheet)).toEqual([...Object.values(khmer), '']);
    expect(sheet[0]).toMatchObject({
      status: format === 'xliff-2.1' ? 'confirmed' : 'draft',
      origin: 'person',
      editedBy: translator.id,
    });
    expect((await newsroom.desk.edition(editionId)).contributors).toEqual([translator.id]);
    expect(await apply(preview.id)).toEqual({ written: 0, conflicts: [] });
  });

  it('E: overwrites nothing that a person changed since, unless told to with what was seen', async () => {
    const { editionId, translator } = await prepared();
    const { content } = await exported(editionId, format);
    const [title, first] = await newsroom.sheet(editionId);
    if (!title || !first) throw new Error('no segments');
    const typed = { target: 'ផ្សារទឹក', status: 'confirmed' as const };
    await newsroom.segments.save(translator, title.id, title.version, typed);
    const preview = await read(editionId, inTool(content, khmer));
    expect(preview.counts).toMatchObject({ new: 2, conflict: 1 });
    expect(preview.rows[0]).toMatchObject({
      effect: 'conflict',
      currentTarget: 'ផ្សារទឹក',
      target: khmer['Chợ nổi Cái Răng'],
      line: expect.any(Number),
    });
    expect(await apply(preview.id)).toEqual({ written: 2, conflicts: [title.id] });
    const stale = [{ segmentId: title.id, version: title.version }];
    expect((await apply(preview.id, { overwrite: stale })).conflicts).toEqual([title.id]);
    expect(targets(await newsroom.sheet(editionId))[0]).toBe('ផ្សារទឹក');
    const overwrite = [{ segmentId: title.id, version: title.version + 1 }];
    expect(await apply(preview.id, { overwrite })).toEqual({ written: 1, conflicts: [] });
    expect(targets(await newsroom.sheet(editionId))[0]).toBe(khmer['Chợ nổi Cái Răng']);
  });

  it('is taken in part, and as drafts or confirmed as the person says', async () => {
    const { editionId } = await prepared();
    const preview = await read(
      editionId,
      inTool((await exported(editionId, format)).content, khmer),
    );
    const [row] = preview.rows;
    if (!row) throw new Error('no row');
    expect(await apply(preview.id, { segments: [row.segmentId], confirm: true })).toEqual({
      written: 1,
      conflicts: [],
    });
    const sheet = await newsroom.sheet(editionId);
    expect(sheet.map(({ status }) => status)).toEqual([
      'confirmed',
      'untranslated',
      'untranslated',
      'untranslated',
    ]);
  });

  it('names what is wrong by its line, and the rest is taken', async () => {
    const { editionId } = await prepared();
    const { content } = await exported(editionId, format);
    const harmed = inTool(content, khmer)
      .replaceAll('Ghe xuồng &lt;', 'Ghe xuồng nhỏ')
      .replace('ផ្សារបើកពីម៉ោង', format === 'xliff-1.2' ? '<x id="9"/>ផ្សារ' : '<ph id="9"/>ផ្សារ');
    const preview = await read(editionId, harmed);
    expect(preview.problems.map(({ code }) => code).sort()).toEqual([
      'exchange.codes_broken',
      'exchange.source_differs',
    ]);
    for (const { line } of preview.problems) expect(line).toBeGreaterThan(4);
    expect(preview).toMatchObject({ takeable: true, counts: { new: 1, nothing: 1, problems: 2 } });
  });

  it('of another translation, or another language, is refused whole', async () => {
    const { editionId } = await prepared();
    const other = await prepared();
    const preview = await read(editionId, (await exported(other.editionId, format)).content);
    expect(preview.problems[0]).toMatchObject({ code: 'exchange.wrong_edition', unit: null });
    expect(preview.takeable).toBe(false);
    await expect(apply(preview.id)).rejects.toMatchObject({ code: 'exchange.import_faulty' });
    const { editionId: english } = await newsroom.prepare(other.source, 'en');
    const foreign = await read(english, (await exported(other.editionId, format)).content);
    expect(foreign.problems.map(({ code }) => code)).toContain('exchange.wrong_languages');
  });
});

describe('a memory', () => {
  it('holds what is confirmed, and fills another translation by its sources', async () => {
    const { editionId, translator } = await prepared();
    const [title, first] = await newsroom.sheet(editionId);
    if (!title || !first) throw new Error('no segments');
    await newsroom.segments.save(translator, title.id, title.version, {
      target: 'ផ្សារ',
      status: 'confirmed',
    });
    await newsroom.segments.save(translator, first.id, first.version, {
      target: 'ព្រាង',
      status: 'draft',
    });
    const { content } = await exported(editionId, 'tmx');
    expect(content).toContain('ផ្សារ');
    expect(content).not.toContain('ព្រាង');
    expect((await exported(editionId, 'tmx-omegat')).content).toContain('creationtool="OmegaT"');
    const other = await prepared();
    const preview = await read(other.editionId, content);
    expect(preview).toMatchObject({ format: 'tmx', counts: { new: 1, problems: 0 } });
    await apply(preview.id);
    expect((await newsroom.sheet(other.editionId))[0]).toMatchObject({
      target: 'ផ្សារ',
      status: 'confirmed',
    });
  });
});

describe('a very large file', () => {
  it('is kept and previewed, though it holds more than the server takes in one piece', async () => {
    const { editionId } = await prepared();
    const unit = (index: number) =>
      `<tu><tuv xml:lang="vi"><seg>Câu ${String(index)} ${'chợ nổi Cái Răng '.repeat(40)}</seg></tuv><tuv xml:lang="km"><seg>${'ផ្សារបណ្តែត '.repeat(40)}</seg></tuv></tu>`;
    const units = Array.from({ length: 10_000 }, (_, index) => unit(index)).join('');
    const preview = await read(
      editionId,
      `<tmx version="1.4"><header srclang="vi"/><body>${units}</body></tmx>`,
    );
    await newsroom.desk.get(FileReadings).fulfil(preview.id);
    const seen = await imports().preview(await newsroom.desk.translator(), preview.id);
    expect(seen).toMatchObject({ takeable: true, rows: [], problems: [] });
    expect(await apply(preview.id)).toEqual({ written: 0, conflicts: [] });
  }, 120_000);
});

describe('what cannot be', () => {
  it('a source has no task, nor an edition without its segments', async () => {
    const { source } = await prepared();
    const writer = await newsroom.desk.writer();
    await expect(
      newsroom.desk.get(TaskExports).write(writer, source.id, 'tmx'),
    ).rejects.toMatchObject({ code: 'translation.not_prepared' });
    await expect(
      imports().read(writer, source.id, 'x', Buffer.from('<tmx version="1.4"/>')),
    ).rejects.toMatchObject({ code: 'translation.not_prepared' });
  });

  it('H: nobody reads or takes files of a translation that they may not write', async () => {
    const { editionId } = await prepared();
    const { content } = await exported(editionId, 'xliff-2.1');
    const preview = await read(editionId, content);
    const stranger = await newsroom.desk.person('Lê An', { role: 'translator', language: 'en' });
    await expect(
      imports().read(stranger, editionId, 'x', Buffer.from(content)),
    ).rejects.toMatchObject({ status: expect.any(Number) });
    await expect(imports().preview(stranger, preview.id)).rejects.toMatchObject({
      status: expect.any(Number),
    });
    await expect(imports().apply(stranger, preview.id, { overwrite: [] })).rejects.toMatchObject({
      status: expect.any(Number),
    });
  });

  it('glossaries and other files are no translations; a missing import is said to be missing', async () => {
    const { editionId } = await prepared();
    await expect(read(editionId, 'concept,language,term\n')).rejects.toMatchObject({
      code: 'exchange.format_not_of_task',
    });
    await expect(read(editionId, '<html/>')).rejects.toThrow(ExchangeRefused);
    await expect(apply(editionId)).rejects.toMatchObject({ code: 'exchange.import_missing' });
  });

  it('a text that is being signed is not written to', async () => {
    const { editionId } = await prepared();
    const preview = await read(
      editionId,
      inTool((await exported(editionId, 'xliff-2.1')).content, khmer),
    );
    await newsroom.translate(editionId, () => 'ប្រយោគ');
    await newsroom.desk.submit(editionId);
    await expect(apply(preview.id)).rejects.toMatchObject({ code: 'edition.not_writable' });
  });
});
