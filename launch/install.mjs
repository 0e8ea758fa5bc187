/** Installs the npm packages of the lock file, when they are not there or not these. */
import { ensurePackages } from './packages.mjs';
import { run } from './say.mjs';

await run(async () => ensurePackages());
