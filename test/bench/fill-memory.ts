import type { Connection } from 'mysql2/promise';
import { newId } from '@desk/database';
import { segmentHash } from '../../libs/translation/src/segments/segment-hash.js';
import { newsSentences, SentenceMaker } from '../evaluate/memory-units.js';
import { Chance } from '../evaluate/random.js';

const ROWS = 1_000;

/** Fills the memory with so many Vietnamese and English units of news; gives some of the texts. */
export async function fillMemory(server: Connection, units: number): Promise<string[]> {
  const chance = new Chance(20_261);
  const maker = new SentenceMaker('vi', chance);
  const english = newsSentences('en');
  const kept: string[] = [];
  for (let made = 0; made < units; made += ROWS) {
    const rows = Array.from({ length: Math.min(ROWS, units - made) }, () => {
      const source = maker.sentence();
      return [newId(), segmentHash(source, []), source, chance.of(english)];
    });
    kept.push(String(rows[0]?.[2] ?? ''));
    await server.query(
      `INSERT IGNORE INTO memory_unit (id, source_hash, source, target, context_hash,
         source_language, target_language, created_at, updated_at, changed_at)
       VALUES ${rows.map(() => "(?, ?, ?, ?, '', 'vi', 'en', NOW(), NOW(), UTC_TIMESTAMP(6))").join(', ')}`,
      rows.flat(),
    );
  }
  await server.query('ANALYZE TABLE memory_unit');
  return kept;
}
