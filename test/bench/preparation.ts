import { z } from 'zod';
import { countWords } from '@desk/languages';
import { acts, signs, writesArticle } from '../support/article-work.js';
import { eventually } from '../support/eventually.js';
import { SentenceMaker } from '../evaluate/memory-units.js';
import { Chance } from '../evaluate/random.js';
import { textOfArticle } from './commands.js';
import { fillMemory } from './fill-memory.js';
import { atMost, percentile, type Figure } from './figures.js';
import type { BenchNewsroom } from './newsroom.js';

const UNITS = Number(process.env.BENCH_MEMORY_UNITS ?? 1_000_000);
const WORDS = 3_000;
const TIMES = 5;
const SENTENCES_A_PARAGRAPH = 4;
const foundSchema = z.array(z.object({ language: z.string(), fromMemory: z.coerce.number() }));

/**
 * From the answer of the sign-off to the translators' prepared work in both languages: an article
 * of 3,000 words, three sentences in four near to one of a million units.
 */
export async function benchPreparation(newsroom: BenchNewsroom): Promise<Figure[]> {
  const { whole, server } = newsroom;
  const [worker, api] = [whole.worker, whole.api];
  await Promise.all([worker.kill('SIGTERM'), api.kill('SIGTERM')]);
  const known = await fillMemory(server, UNITS);
  await api.start();
  await worker.start();
  const began = performance.now();
  const chance = new Chance(77);
  const maker = new SentenceMaker('vi', chance);
  const title = (number: number): string => `Nhìn lại công tác đối ngoại, kỳ ${number}`;
  await prepared(newsroom, title(0), ['Một bài ngắn.']);
  const warmMs = performance.now() - began;

  const times: number[] = [];
  let found = 0;
  let words = 0;
  for (let number = 1; number <= TIMES; number += 1) {
    const sentences = articleOf(WORDS, () => {
      const text = chance.next() < 0.25 ? maker.sentence() : maker.nextTo(chance.of(known));
      return `${text.replace(/[.!?…"”]+$/, '')}.`;
    });
    words = countWords(sentences.join(' '), 'vi');
    const { ms, fromMemory } = await prepared(newsroom, title(number), sentences);
    times.push(ms);
    found += fromMemory;
  }
  const label = `${words.toLocaleString('en')} words against ${UNITS.toLocaleString('en')} units`;
  const slowest = percentile(times, 1);
  return [
    {
      ...atMost(`preparation of ${label}, slowest of ${TIMES}`, slowest, 'ms', 5_000),
      baseline: `median ${percentile(times, 0.5).toFixed(0)} ms`,
    },
    { ...figure(`of it from the memory`, `${Math.round(found / TIMES)} sentences`) },
    {
      ...figure(`a worker that starts knows the memory after`, `${(warmMs / 1_000).toFixed(0)} s`),
    },
  ];
}

const figure = (what: string, measured: string): Figure => ({
  ...{ what, measured, baseline: '', ratio: '', goal: '' },
});

function articleOf(words: number, sentence: () => string): string[] {
  const sentences: string[] = [];
  for (let count = 0; count < words;) {
    const next = sentence();
    sentences.push(next);
    count += countWords(next, 'vi');
  }
  return sentences;
}

async function prepared(
  { hanh, minh, sectionId, bare }: BenchNewsroom,
  title: string,
  sentences: readonly string[],
): Promise<{ ms: number; fromMemory: number }> {
  const paragraphs = Array.from(
    { length: Math.ceil(sentences.length / SENTENCES_A_PARAGRAPH) },
    (_, at) => sentences.slice(at * SENTENCES_A_PARAGRAPH, (at + 1) * SENTENCES_A_PARAGRAPH),
  );
  const { articleId, editionId } = await writesArticle(hanh, sectionId, {
    ...textOfArticle(title),
    body: {
      type: 'doc',
      content: paragraphs.map((one) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: one.join(' ') }],
      })),
    },
  });
  await acts(hanh, editionId, 'submit');
  await signs(minh, editionId);
  const began = performance.now();
  const found = await eventually(async () => {
    const [rows] = await bare.query(
      `SELECT language, JSON_VALUE(payload, '$.fromMemory') AS fromMemory FROM ledger_entry
       WHERE article_id = ? AND fact = 'translation.prepared'`,
      [articleId],
    );
    const all = foundSchema.parse(rows);
    if (all.length < 2) throw new Error('not prepared yet');
    return all;
  }, 600_000);
  const ms = performance.now() - began;
  return { ms, fromMemory: found.find(({ language }) => language === 'en')?.fromMemory ?? 0 };
}
