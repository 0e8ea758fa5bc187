import { table, type Figure } from '../bench/figures.js';
import { alignmentFigures } from './alignment.js';
import { checksFigures } from './checks.js';
import { exchangeFigures } from './exchange.js';
import { glossaryFigures } from './glossary.js';
import { memoryFigures } from './memory.js';
import { sentencesFigures } from './sentences.js';
import { writingFigures } from './writing.js';

/** The parts by the names under which they can be asked for alone. */
const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  sentences: sentencesFigures,
  checks: checksFigures,
  exchange: exchangeFigures,
  glossary: glossaryFigures,
  alignment: alignmentFigures,
  memory: memoryFigures,
  writing: writingFigures,
};

/** `npm run evaluate`: prints every figure; a goal that is missed is marked, not a failure. */
async function main(asked: readonly string[]): Promise<void> {
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const figure of await measure()) {
      figures.push(figure);
      process.stderr.write(`${figure.what}: ${figure.measured} (${figure.goal})\n`);
    }
  }
  process.stdout.write(`${table(figures)}\n`);
}

await main(process.argv.slice(2));
