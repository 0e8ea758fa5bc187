import { benchCommands } from './commands.js';
import { table, type Figure } from './figures.js';
import { fillTo } from './fill.js';
import { benchImports } from './imports.js';
import { benchJobs } from './jobs.js';
import { benchLatency } from './latency.js';
import { openNewsroom, type BenchNewsroom } from './newsroom.js';
import { benchPreparation } from './preparation.js';
import { benchProcess } from './process.js';
import { benchReading } from './reading.js';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const sizes = (process.env.BENCH_SIZES ?? '10000,200000').split(',').map(Number);

/** The parts by the names under which they can be asked for alone. */
const parts: Readonly<Record<string, (newsroom: BenchNewsroom) => Promise<Figure[]>>> = {
  process: benchProcess,
  commands: async (newsroom) => [await benchCommands(newsroom, SECONDS)],
  reading: (newsroom) => benchReading(newsroom, SECONDS, ''),
  latency: async (newsroom) => [await benchLatency(newsroom)],
  jobs: async (newsroom) => [await benchJobs(newsroom)],
  imports: benchImports,
  sizes: benchSizes,
  preparation: benchPreparation,
};

async function benchSizes(newsroom: BenchNewsroom): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    await fillTo(newsroom, size);
    const label = `, ${size.toLocaleString('en')} articles`;
    const commands = await benchCommands(newsroom, SECONDS);
    figures.push({ ...commands, what: `workflow commands${label}` });
    figures.push(...(await benchReading(newsroom, SECONDS, label)));
  }
  return figures;
}

/** `npm run bench`: the figures of the README, each a ratio within this run. */
async function main(asked: readonly string[]): Promise<void> {
  const newsroom = await openNewsroom('desk');
  const figures: Figure[] = [];
  try {
    for (const [name, measure] of Object.entries(parts)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      for (const figure of await measure(newsroom)) {
        figures.push(figure);
        const { what, measured, ratio, goal } = figure;
        process.stderr.write(`${what}: ${measured} ${ratio} (${goal})\n`);
      }
    }
    process.stdout.write(`${table(figures)}\n`);
  } finally {
    await newsroom.close();
  }
}

await main(process.argv.slice(2));
