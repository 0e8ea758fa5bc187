import { readFileSync } from 'node:fs';

/** What jest's JSON summary says of each file: how many tests ended how. */
export class TestSummary {
  /** @param {Map<string, { passed: number, failed: number, skipped: number }>} files by their paths */
  constructor(files) {
    this.files = files;
  }

  /** @param {string} path @returns {TestSummary} of a run that got no further than its start when there is none */
  static read(path) {
    const files = new Map();
    try {
      for (const { name, status, assertionResults } of JSON.parse(readFileSync(path, 'utf8'))
        .testResults) {
        /** @param {string[]} wanted */
        const count = (...wanted) =>
          assertionResults.filter((/** @type {{ status: string }} */ one) =>
            wanted.includes(one.status),
          ).length;
        const failed = count('failed');
        files.set(String(name), {
          passed: count('passed'),
          // A file that cannot be loaded has no tests to tell of.
          failed: status === 'failed' ? Math.max(1, failed) : failed,
          skipped: count('pending', 'todo', 'skipped', 'disabled'),
        });
      }
    } catch {
      return TestSummary.broken();
    }
    return new TestSummary(files);
  }

  /** Of a run that failed without saying at which test. */
  static broken() {
    return new TestSummary(new Map([['', { passed: 0, failed: 1, skipped: 0 }]]));
  }

  /** @returns {string[]} paths of the files with a failure */
  get failed() {
    return [...this.files].flatMap(([path, { failed }]) => (failed > 0 ? path : []));
  }

  /** This run with the files that were run again as they ended then. @param {TestSummary} again */
  with(again) {
    return new TestSummary(new Map([...this.files, ...again.files]));
  }

  /** `812 passed, 0 failed, 3 skipped` */
  toString() {
    const sum = { passed: 0, failed: 0, skipped: 0 };
    for (const { passed, failed, skipped } of this.files.values()) {
      sum.passed += passed;
      sum.failed += failed;
      sum.skipped += skipped;
    }
    const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
    return `${sum.passed} passed, ${sum.failed} failed${skipped}`;
  }
}
