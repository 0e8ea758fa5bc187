import { z } from 'zod';
import type { BenchNewsroom } from './newsroom.js';

const countSchema = z.array(z.object({ n: z.coerce.number() }));

/** Brings the newsroom to so many articles by copying one, with the database's own means. */
export async function fillTo({ server }: BenchNewsroom, articles: number): Promise<void> {
  const [found] = await server.query('SELECT COUNT(*) AS n FROM article');
  const missing = articles - (countSchema.parse(found)[0]?.n ?? 0);
  if (missing <= 0) return;
  const [columns] = await server.query(
    `SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) AS n FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = 'edition'`,
  );
  const names =
    z
      .array(z.object({ n: z.string() }))
      .parse(columns)[0]
      ?.n.split(',') ?? [];
  const own: Record<string, string> = {
    id: 'UUID()',
    article_id: 'f.id',
    slug: "CONCAT('bai-', f.seq)",
    title: "CONCAT('Bài số ', f.seq)",
    state: "'draft'",
    liveness: "'none'",
    review_revision_id: 'NULL',
    approved_revision_id: 'NULL',
    live_revision_id: 'NULL',
    saved_revision_id: 'NULL',
  };
  const values = names.map((name) => own[name] ?? `e.${name}`);
  await server.query(`CREATE TEMPORARY TABLE filling (id uuid PRIMARY KEY, seq int)
    SELECT UUID() AS id, seq FROM seq_1_to_${missing}`);
  await server.query(
    `INSERT INTO article SELECT f.id, a.section_id, a.source_language, a.byline, a.created_by,
       a.created_at - INTERVAL f.seq SECOND, a.updated_at - INTERVAL f.seq SECOND, 1
     FROM filling f JOIN (SELECT * FROM article LIMIT 1) a`,
  );
  await server.query(
    `INSERT INTO edition (${names.join(', ')}) SELECT ${values.join(', ')}
     FROM filling f JOIN (SELECT * FROM edition WHERE language = 'vi' LIMIT 1) e`,
  );
  await server.query('DROP TABLE filling');
  await server.query('ANALYZE TABLE article, edition');
}
