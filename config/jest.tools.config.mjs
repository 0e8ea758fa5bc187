import { base } from './jest.swc.mjs';

/** Suites against validators and the programs of translators: `npm run test:tools`. */
export default {
  ...base,
  roots: ['<rootDir>/test/tools'],
  testRegex: '\\.tools-spec\\.ts$',
  testTimeout: 180_000,
  maxWorkers: 1,
};
