import fc from 'fast-check';
import { anyExchangeFile } from '../exchange.arbitrary.js';
import type { ReadUnit } from '../exchange-file.js';
import { readAll } from '../read-result.js';
import { readXliff2 } from './read-xliff-2.js';
import { writeXliff2 } from './write-xliff-2.js';

const withoutLine = ({ line: _line, ...unit }: ReadUnit) => unit;

describe('XLIFF 2.1 of our own', () => {
  it('is valid and comes back as it was, broken drafts too', () => {
    fc.assert(
      fc.property(anyExchangeFile, (file) => {
        const written = [...writeXliff2(file)].join('');
        const { file: read, problems } = readAll(readXliff2(Buffer.from(written)));
        expect(problems).toEqual([]);
        expect({ ...read, units: read.units.map(withoutLine) }).toEqual(file);
      }),
      { numRuns: 300 },
    );
  });
});
