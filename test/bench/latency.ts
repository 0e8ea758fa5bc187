import { randomUUID } from 'node:crypto';
import { pageOf, reviewRoundSchema } from '@desk/contracts';
import { z } from 'zod';
import { acts, writesArticle } from '../support/article-work.js';
import { textOfArticle } from './commands.js';
import type { BenchNewsroom } from './newsroom.js';
import { atMost, percentile, type Figure } from './figures.js';

const SIGN_OFFS = 200;
const PER_SECOND = 20;
const seenSchema = z.array(z.object({ articleId: z.string(), n: z.coerce.number() }));

/** From the answer of the last sign-off to both languages' tasks in the translators' inboxes. */
export async function benchLatency(newsroom: BenchNewsroom): Promise<Figure> {
  const { hanh, minh, sectionId, bare } = newsroom;
  const ready: { articleId: string; editionId: string; hash: string; version: number }[] = [];
  for (let number = 0; number < SIGN_OFFS; number += 1) {
    const text = textOfArticle(`Chờ ${randomUUID().slice(0, 13)}`);
    const { articleId, editionId } = await writesArticle(hanh, sectionId, text);
    const { version } = await acts(hanh, editionId, 'submit');
    const rounds = await minh.reads(pageOf(reviewRoundSchema), `editions/${editionId}/rounds`);
    ready.push({ articleId, editionId, version, hash: rounds.items[0]?.revisionHash ?? '' });
  }
  await new Promise((resume) => setTimeout(resume, 3_000));
  const answered = new Map<string, number>();
  const waits: number[] = [];
  const watching = watch(newsroom, answered, waits);
  await Promise.all(
    ready.map(async ({ articleId, editionId, version, hash }, number) => {
      await new Promise((resume) => setTimeout(resume, (number * 1_000) / PER_SECOND));
      await minh.does(z.unknown(), 'POST', `editions/${editionId}/transitions`, {
        body: { action: 'sign_off', revisionHash: hash },
        ifMatch: version,
      });
      answered.set(articleId, performance.now());
    }),
  );
  await watching;
  void bare;
  const what = `sign-off to tasks in the inbox, ${PER_SECOND}/s, p99 (median ${percentile(waits, 0.5).toFixed(0)} ms)`;
  return atMost(what, percentile(waits, 0.99), 'ms', 500);
}

async function watch(
  { bare, lan }: BenchNewsroom,
  answered: ReadonlyMap<string, number>,
  waits: number[],
): Promise<void> {
  const seen = new Set<string>();
  for (const until = Date.now() + 60_000; seen.size < SIGN_OFFS && Date.now() < until;) {
    const [found] = await bare.query(
      `SELECT article_id AS articleId, COUNT(*) AS n FROM notice
       WHERE account_id = ? AND kind = 'task.opened' GROUP BY article_id HAVING n = 2`,
      [lan.id],
    );
    const now = performance.now();
    for (const { articleId } of seenSchema.parse(found)) {
      const at = answered.get(articleId);
      if (at === undefined || seen.has(articleId)) continue;
      seen.add(articleId);
      waits.push(now - at);
    }
    await new Promise((resume) => setTimeout(resume, 10));
  }
  if (seen.size < SIGN_OFFS) throw new Error(`${SIGN_OFFS - seen.size} tasks never came`);
}
