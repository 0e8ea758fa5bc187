import { randomUUID } from 'node:crypto';
import type { EditionText } from '@desk/articles';
import { articleAnswerSchema, pageOf, reviewRoundSchema } from '@desk/contracts';
import type { Connection } from 'mysql2/promise';
import { z } from 'zod';
import type { BenchNewsroom } from './newsroom.js';
import { perSecond, ratio, type Figure } from './figures.js';
import { recorded, renewed } from './transcript.js';

const CLIENTS = 16;
const createdSchema = z.object({
  editionId: z.uuid(),
  version: z.int(),
  article: articleAnswerSchema,
});
const versionSchema = z.object({ version: z.int() });

/** An article of ordinary length. */
export const textOfArticle = (title: string): EditionText => ({
  title,
  summary: 'Nhìn lại công tác thông tin đối ngoại của tỉnh.',
  body: {
    type: 'doc',
    content: Array.from({ length: 8 }, (_, number) => ({
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: `Đoạn ${number + 1}: công tác thông tin đối ngoại là một bộ phận quan trọng. Định kỳ hai lần một tháng, sở tổ chức giao ban báo chí.`,
        },
      ],
    })),
  },
  slug: '',
  seo: { title: '', description: '' },
});

/** Three commands of the workflow: an article is begun, submitted and signed off. */
export async function threeCommands(
  { hanh, minh, sectionId }: BenchNewsroom,
  title: string,
): Promise<string> {
  const body = { sectionId, sourceLanguage: 'vi', byline: 'THT', ...textOfArticle(title) };
  const made = await hanh.does(createdSchema, 'POST', 'articles', { body });
  const path = `editions/${made.editionId}`;
  const submitted = await hanh.does(versionSchema, 'POST', `${path}/transitions`, {
    body: { action: 'submit' },
    ifMatch: made.version,
  });
  const { items } = await minh.reads(pageOf(reviewRoundSchema), `${path}/rounds`);
  await minh.does(versionSchema, 'POST', `${path}/transitions`, {
    body: { action: 'sign_off', revisionHash: items[0]?.revisionHash },
    ifMatch: submitted.version,
  });
  return made.editionId;
}

/** Commands a second over HTTP against the same statements on bare connections. */
export async function benchCommands(newsroom: BenchNewsroom, seconds: number): Promise<Figure> {
  const { whole, server, bare } = newsroom;
  await whole.worker.kill('SIGTERM');
  const word = `x${randomUUID().slice(0, 8)}`;
  for (let warm = 0; warm < 50; warm += 1) await threeCommands(newsroom, `Khởi động ${warm}`);
  const transcript = await recorded(server, 'desk', () => threeCommands(newsroom, word));
  process.stderr.write(`three commands ask ${transcript.statements.length} statements\n`);
  const known = new Set([
    newsroom.sectionId,
    newsroom.hanh.id,
    newsroom.minh.id,
    ...idsOf(transcript.statements.filter((text) => /FROM session|role_grant/.test(text))),
  ]);
  const api = await perSecond(CLIENTS, seconds, () =>
    threeCommands(newsroom, `Bài ${randomUUID().slice(0, 13)}`),
  );
  const sql = await perSecond(CLIENTS, seconds, async () => {
    const connection = await bare.getConnection();
    try {
      const other = `x${randomUUID().slice(0, 8)}`;
      for (const text of renewed(transcript, known, { [word]: other }))
        await connection.query(text);
    } finally {
      connection.release();
    }
  });
  await forgetMeasuring(server);
  await whole.worker.start();
  return ratio('workflow commands through HTTP, 16 clients', api * 3, sql * 3, '/s', 0.5);
}

/** What was done only to be measured is nobody's business: the worker passes it over. */
async function forgetMeasuring(server: Connection): Promise<void> {
  await server.query("SET @place = (SELECT place FROM ledger_cursor WHERE name = 'placed')");
  await server.query(
    `UPDATE ledger_entry SET place = (@place := @place + 1), dispatched_at = at
     WHERE place IS NULL ORDER BY id`,
  );
  await server.query("UPDATE ledger_cursor SET place = @place WHERE name = 'placed'");
}

const idsOf = (statements: readonly string[]): string[] =>
  statements.flatMap((text) => text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []);
