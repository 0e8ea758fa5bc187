import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { importOutcomeSchema, importPreviewSchema } from '@desk/contracts';
import { acts, editionIn, signs, writesArticle } from '../support/article-work.js';
import { eventually } from '../support/eventually.js';
import { newsSentences } from '../evaluate/memory-units.js';
import { textOfArticle } from './commands.js';
import { atMost, type Figure } from './figures.js';
import type { BenchNewsroom } from './newsroom.js';

const SENTENCES = 10_000;
const SENTENCES_A_PARAGRAPH = 5;
const stateSchema = z.object({ state: z.enum(['reading', 'read', 'refused']) });

/**
 * A task of ten thousand segments comes back as XLIFF 2.1: from its upload until what it would
 * change can be seen, until it is taken, and how long others wait for the API meanwhile.
 */
export async function benchImports(newsroom: BenchNewsroom): Promise<Figure[]> {
  const { lan, whole } = newsroom;
  const editionId = await preparedEdition(newsroom);
  const { text } = await lan.page(`editions/${editionId}/exchange?format=xliff-2.1`);
  const file = text.replaceAll(
    /state="initial"><source([^>]*)>((?:(?!<\/source>)[^])*)<\/source>/g,
    'state="translated"><source$1>$2</source><target$1>$2</target>',
  );
  const { pid } = whole.worker;
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const api = watched(() => lan.send('GET', 'health/live'));
  const began = performance.now();
  const left = await lan.does(
    z.object({ id: z.uuid(), state: z.string() }),
    'POST',
    `editions/${editionId}/exchange/imports?name=lớn.xlf`,
    { body: file, headers: { 'content-type': 'application/octet-stream' } },
  );
  await eventually(async () => {
    const { state } = await lan.reads(stateSchema, `exchange/imports/${left.id}`);
    if (state === 'reading') throw new Error('still read');
  }, 120_000);
  const preview = await lan.reads(importPreviewSchema, `exchange/imports/${left.id}`);
  const readMs = performance.now() - began;
  const outcome = await lan.does(importOutcomeSchema, 'POST', `exchange/imports/${left.id}/apply`, {
    body: {},
  });
  const takenMs = performance.now() - began;
  const longest = await api.end();
  if (outcome.written !== preview.rows.length) throw new Error(`${outcome.written} were taken`);
  const label = `import of ${preview.rows.length.toLocaleString('en')} segments over HTTP`;
  const megabytes = Number(/VmHWM:\s+(\d+)/.exec(statusOf(pid))?.[1]) / 1_024;
  return [
    atMost(`${label}: seen`, readMs, 'ms', 10_000),
    atMost(`${label}: seen and taken`, takenMs, 'ms', 10_000),
    atMost(`${label}: the whole worker's memory`, megabytes, 'MB', 300),
    atMost(`${label}: longest that others wait for the API`, longest, 'ms', 1_000),
  ];
}

const statusOf = (pid: number | undefined): string => readFileSync(`/proc/${pid}/status`, 'utf8');

async function preparedEdition({ hanh, minh, sectionId }: BenchNewsroom): Promise<string> {
  // A body has up to two million bytes: sentences of a dozen words.
  const news = newsSentences('vi').map((text) => `${text.slice(0, 70).replace(/[.!?…:]/g, '')}.`);
  const sentence = (at: number): string => `Tin ${at} ${news[at % news.length] ?? ''}`;
  const { articleId, editionId } = await writesArticle(hanh, sectionId, {
    ...textOfArticle('Mười nghìn câu'),
    body: {
      type: 'doc',
      content: Array.from({ length: SENTENCES / SENTENCES_A_PARAGRAPH }, (_, number) => ({
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: Array.from({ length: SENTENCES_A_PARAGRAPH }, (_, at) =>
              sentence(number * SENTENCES_A_PARAGRAPH + at),
            ).join(' '),
          },
        ],
      })),
    },
  });
  await acts(hanh, editionId, 'submit');
  await signs(minh, editionId);
  return eventually(async () => {
    const edition = await editionIn(minh, articleId, 'en');
    if (!edition) throw new Error('not prepared yet');
    return edition.id;
  }, 300_000);
}

/** Asks again and again; in the end says how long the longest answer took. */
function watched(ask: () => Promise<unknown>): { end(): Promise<number> } {
  let longest = 0;
  let ended = false;
  const asking = (async () => {
    while (!ended) {
      const began = performance.now();
      await ask();
      longest = Math.max(longest, performance.now() - began);
      await new Promise((resume) => setTimeout(resume, 20));
    }
  })();
  return {
    async end() {
      ended = true;
      await asking;
      return longest;
    },
  };
}
