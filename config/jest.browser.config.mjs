import { base } from './jest.swc.mjs';

/** Suites that look at pages in a real browser: `npm run test:browser`. */
export default {
  ...base,
  roots: ['<rootDir>/test/browser'],
  testRegex: '\\.e2e-spec\\.tsx?$',
  testTimeout: 120_000,
  maxWorkers: 1,
};
