import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type ExchangeFile, writeXliff1, writeXliff2 } from '@desk/translation';
import { atMost, type Figure } from '../bench/figures.js';

const SEGMENTS = 10_000;
const readingSchema = z.object({
  seconds: z.number(),
  megabytes: z.number(),
  units: z.int(),
  problems: z.int(),
});

/** A task of real news, with marks, notes, matches and terms in it. */
function task(): ExchangeFile {
  const rows = readFileSync(join(process.cwd(), 'test/data/ntrex/ntrex-news.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter((cells) => cells.length === 4);
  return {
    original: '018f0000-0000-7000-8000-0000000000aa',
    revision: '018f0000-0000-7000-8000-0000000000bb',
    sourceLanguage: 'vi',
    targetLanguage: 'km',
    units: Array.from({ length: SEGMENTS }, (_, index) => {
      const [, , vi = '', km = ''] = rows[index % rows.length] ?? [];
      return {
        id: `018f0000-0000-7000-8000-${String(index).padStart(12, '0')}`,
        version: 1,
        kind: 'paragraph',
        source: `⟨1⟩${vi}⟨/1⟩`,
        target: `⟨1⟩${km}⟨/1⟩`,
        state: 'confirmed',
        translatable: true,
        codes: [{ id: 1, kind: 'bold', start: '<b>', end: '</b>' }],
        notes: [{ text: 'Tên riêng giữ nguyên', from: 'biên tập' }],
        matches: [{ source: vi, target: km, score: 87, kind: 'memory', origin: 'Tin tức' }],
        terms: [
          {
            source: 'Uỷ ban',
            translations: [{ text: 'គណៈកម្មាធិការ', status: 'preferred' }],
            definition: '',
          },
        ],
      };
    }),
  };
}

/** How long the import of a task takes to read, and how much memory the whole process. */
export async function exchangeFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-exchange-'));
  const program = fileURLToPath(new URL('./exchange-reading.js', import.meta.url));
  const file = task();
  try {
    return Object.entries({ 'XLIFF 2.1': writeXliff2, 'XLIFF 1.2': writeXliff1 }).flatMap(
      ([name, write]) => {
        const path = join(folder, 'task.xlf');
        writeFileSync(path, [...write(file)].join(''));
        const { stdout } = spawnSync(process.execPath, [program, path], { encoding: 'utf8' });
        const read = readingSchema.parse(JSON.parse(stdout));
        if (read.units !== SEGMENTS || read.problems > 0) throw new Error(`${name}: ${stdout}`);
        const what = `import of ${String(SEGMENTS)} segments, ${name}`;
        return [
          atMost(`${what}: time`, read.seconds, 's', 10),
          atMost(`${what}: memory`, read.megabytes, 'MB', 300),
        ];
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
