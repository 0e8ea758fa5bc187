import { setTimeout as sleep } from 'node:timers/promises';
import { Stop } from './say.mjs';

/** Waits until a process says that it is ready. @param {string} url @param {string} name */
export async function ready(url, name) {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(50)) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      await answer.arrayBuffer();
      if (answer.ok) return;
    } catch {
      continue;
    }
  }
  throw new Stop(`The ${name} did not become ready; its log tells why.`);
}
