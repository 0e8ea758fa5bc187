/** How many times a second `work` is done by so many at once within the time. */
export async function perSecond(
  clients: number,
  seconds: number,
  work: (client: number, number: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let number = 0; performance.now() < until; number += 1) {
        await work(client, number);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - began) / 1_000);
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly baseline: string;
  readonly ratio: string;
  readonly goal: string;
}

export function ratio(
  what: string,
  measured: number,
  baseline: number,
  unit: string,
  goal: number,
): Figure {
  const found = measured / baseline;
  return {
    what,
    measured: `${measured.toFixed(0)} ${unit}`,
    baseline: `${baseline.toFixed(0)} ${unit}`,
    ratio: found.toFixed(2),
    goal: `at least ${goal} ${found >= goal ? '✓' : '✗'}`,
  };
}

export function atMost(what: string, measured: number, unit: string, goal: number): Figure {
  return {
    what,
    measured: `${measured.toFixed(0)} ${unit}`,
    baseline: '',
    ratio: '',
    goal: `under ${goal} ${unit} ${measured < goal ? '✓' : '✗'}`,
  };
}

/** The figures as a table of Markdown. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((one) =>
    [one.what, one.measured, one.baseline, one.ratio, one.goal].join(' | '),
  );
  return [
    '| what | measured | baseline of the same run | ratio | goal |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
