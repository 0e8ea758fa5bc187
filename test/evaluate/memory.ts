import { newId } from '@desk/database';
import { foldText } from '../../libs/translation/src/match/folded-text.js';
import { MemoryIndex } from '../../libs/translation/src/match/memory-index.js';
import { percentile, type Figure } from '../bench/figures.js';
import { BruteForce } from './memory-brute-force.js';
import { SentenceMaker } from './memory-units.js';
import { Chance } from './random.js';

const UNITS = Number(process.env.EVALUATE_UNITS ?? 1_000_000);
const LOOK_UPS = 2_000;
const WARM_UP = 100;
/** Look-ups that brute force does too, and those that the slow textbook way does. */
const COMPARED = 100;
const TEXTBOOK = 3;
const goals = { p99Ms: 25, ratio: 300, agreement: 0.99 };

/** How fast and how sure the memory's look-up is, over a million Vietnamese units of news. */
export async function memoryFigures(): Promise<Figure[]> {
  const maker = new SentenceMaker('vi', new Chance(20_261));
  const texts = Array.from({ length: UNITS }, () => maker.sentence());
  const ids = texts.map(() => newId());
  const index = new MemoryIndex();
  const before = process.memoryUsage.rss();
  const building = timed(() => {
    texts.forEach((text, at) => {
      index.add({ id: ids[at] ?? '', text });
    });
  });
  const grownBy = process.memoryUsage.rss() - before;
  const asked = questions(texts);
  const times: number[] = [];
  const processorTimes: number[] = [];
  for (const question of asked) {
    const before = process.cpuUsage();
    const began = performance.now();
    index.lookUp(question);
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    processorTimes.push((user + system) / 1_000);
  }
  const warm = times.slice(WARM_UP);
  const meanMs = warm.reduce((sum, time) => sum + time, 0) / warm.length;

  const brute = new BruteForce(texts, ids);
  const sample = asked.slice(-COMPARED);
  const truths = sample.map((question) => brute.best(question));
  const found = sample.map((question) => index.lookUp(question)[0]);
  const known = truths.filter((truth) => truth.best !== null);
  const agreed = truths.filter((truth, at) => truth.best?.id === found[at]?.id).length;
  const byLetters = truths.filter(
    (truth, at) => truth.nearest !== null && truth.nearest.signs >= 0.6 && found[at],
  );
  const sameByLetters = byLetters.filter((truth) => {
    const match = found[truths.indexOf(truth)];
    return (
      match &&
      brute.signsAlike(sample[truths.indexOf(truth)] ?? '', match.id) >= (truth.nearest?.signs ?? 1)
    );
  }).length;
  const textbookMs =
    timed(() => {
      for (const question of sample.slice(0, TEXTBOOK)) brute.textbook(question);
    }) / TEXTBOOK;

  const label = `of ${UNITS.toLocaleString('en')} units`;
  const ratio = textbookMs / meanMs;
  return [
    figure(`memory ${label}: built in`, `${(building / 1_000).toFixed(0)} s`),
    figure(
      `memory ${label}: takes`,
      `${megabytes(index.bytes)} (${megabytes(grownBy)} with what building left)`,
    ),
    figure(`memory ${label}: look-up, median`, `${percentile(warm, 0.5).toFixed(1)} ms`),
    figure(
      `memory ${label}: look-up, p99`,
      `${percentile(warm, 0.99).toFixed(1)} ms`,
      `under ${goals.p99Ms} ms ${mark(percentile(warm, 0.99) < goals.p99Ms)}`,
    ),
    figure(
      `memory ${label}: look-up, p99 of the processor's time (other programs may hold it up)`,
      `${percentile(processorTimes.slice(WARM_UP), 0.99).toFixed(1)} ms`,
    ),
    {
      what: `memory ${label}: look-ups a second, against length-filtered Levenshtein`,
      measured: (1_000 / meanMs).toFixed(0),
      baseline: (1_000 / textbookMs).toFixed(3),
      ratio: ratio.toFixed(0),
      goal: `at least ${goals.ratio} ${mark(ratio >= goals.ratio)}`,
    },
    {
      ...figure(`memory ${label}: the same, against bit-parallel Levenshtein`, ''),
      baseline: (1_000 / brute.meanMs).toFixed(2),
      ratio: (brute.meanMs / meanMs).toFixed(0),
    },
    figure(
      `memory ${label}: best match is brute force's (${known.length} of ${sample.length} have one)`,
      `${((100 * agreed) / sample.length).toFixed(1)} %`,
      `at least ${goals.agreement * 100} % ${mark(agreed / sample.length >= goals.agreement)}`,
    ),
    figure(
      `memory ${label}: best match is also the nearest by letters alone`,
      `${sameByLetters} of ${byLetters.length}`,
    ),
  ];
}

/** Three in four are near to a unit of the memory, one is as new as any sentence. */
function questions(texts: readonly string[]): string[] {
  const chance = new Chance(77);
  const maker = new SentenceMaker('vi', chance);
  return Array.from({ length: LOOK_UPS }, () =>
    chance.next() < 0.25 ? maker.sentence() : maker.nextTo(chance.of(texts)),
  ).filter((text) => foldText(text).words.length > 0);
}

const figure = (what: string, measured: string, goal = ''): Figure => ({
  what,
  measured,
  baseline: '',
  ratio: '',
  goal,
});

const mark = (reached: boolean): string => (reached ? '✓' : '✗');

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
