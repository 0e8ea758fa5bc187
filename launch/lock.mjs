import { openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf } from './processes.mjs';
import { Stop } from './say.mjs';

/**
 * Holds a data folder for this process alone. A lock whose holder no longer lives is taken over.
 * @param {string} folder
 * @returns {() => void} lets go
 */
export function hold(folder) {
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const lock = openSync(file, 'wx');
      writeSync(lock, JSON.stringify({ pid: process.pid, command: commandOf(process.pid) }));
      closeSync(lock);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const { pid, command } = holder(file);
      if (command && commandOf(pid) === command) {
        throw new Stop(
          `This newsroom is running already (process ${pid}), on the data in ${folder}.\n` +
            'Use it, or end it with Ctrl-C where it runs, then start again.',
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new Stop(`Another start on ${folder} was faster.`);
}

/** @param {string} file @returns {{ pid: number, command: string }} */
function holder(file) {
  try {
    const { pid, command } = Object(JSON.parse(readFileSync(file, 'utf8')));
    return { pid: Number(pid), command: String(command ?? '') };
  } catch {
    return { pid: 0, command: '' };
  }
}
