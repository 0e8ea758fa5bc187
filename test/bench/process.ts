import { readFileSync } from 'node:fs';
import type { BenchNewsroom } from './newsroom.js';
import { atMost, percentile, type Figure } from './figures.js';

/** V8 gives back what the start left behind when nothing happens for a while. */
const IDLE_SECONDS = 45;

/** The API's start, five times, and what it holds in memory when it has nothing to do. */
export async function benchProcess({ whole: { api } }: BenchNewsroom): Promise<Figure[]> {
  const starts: number[] = [];
  for (let number = 0; number < 5; number += 1) {
    await api.kill('SIGTERM');
    starts.push(await api.start());
  }
  await new Promise((resume) => setTimeout(resume, IDLE_SECONDS * 1_000));
  const [, kilobytes] =
    /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${api.pid}/status`, 'utf8')) ?? [];
  return [
    atMost('API ready after its start, median of five', percentile(starts, 0.5), 'ms', 2_500),
    atMost(`API idle for ${IDLE_SECONDS} s, resident memory`, Number(kilobytes) / 1_024, 'MB', 150),
  ];
}
