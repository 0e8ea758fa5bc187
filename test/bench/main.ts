import { benchCommands } from './commands.js';
import { table, type Figure } from './figures.js';
import { fillTo } from './fill.js';
import { benchJobs } from './jobs.js';
import { benchLatency } from './latency.js';
import { openNewsroom } from './newsroom.js';
import { benchProcess } from './process.js';
import { benchReading } from './reading.js';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const sizes = (process.env.BENCH_SIZES ?? '10000,200000').split(',').map(Number);

/** `npm run bench`: the figures of the README, each a ratio within this run. */
async function main(): Promise<void> {
  const newsroom = await openNewsroom('desk');
  const figures: Figure[] = [];
  const told = (...found: Figure[]): void => {
    figures.push(...found);
    for (const { what, measured, ratio, goal } of found) {
      process.stderr.write(`${what}: ${measured} ${ratio} (${goal})\n`);
    }
  };
  try {
    told(...(await benchProcess(newsroom)));
    told(await benchCommands(newsroom, SECONDS));
    told(...(await benchReading(newsroom, SECONDS, '')));
    told(await benchLatency(newsroom));
    told(await benchJobs(newsroom));
    for (const size of sizes) {
      await fillTo(newsroom, size);
      const label = `, ${size.toLocaleString('en')} articles`;
      told({ ...(await benchCommands(newsroom, SECONDS)), what: `workflow commands${label}` });
      told(...(await benchReading(newsroom, SECONDS, label)));
    }
    process.stdout.write(`${table(figures)}\n`);
  } finally {
    await newsroom.close();
  }
}

await main();
