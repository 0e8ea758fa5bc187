import { readFileSync } from 'node:fs';
import { detectFormat, readAll, readXliff1, readXliff2 } from '@desk/translation';

/** Reads the file that it is given, in a process of its own, and says what that took. */
const bytes = readFileSync(process.argv[2] ?? '');
const began = performance.now();
const reading = detectFormat(bytes) === 'xliff-1.2' ? readXliff1(bytes) : readXliff2(bytes);
const { file, problems } = readAll(reading);
const seconds = (performance.now() - began) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  JSON.stringify({ seconds, megabytes, units: file.units.length, problems: problems.length }),
);
