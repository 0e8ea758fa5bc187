import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line of a process; empty when there is none. Zombies have ended. @param {number} pid */
export function commandOf(pid) {
  const { stdout, status } = spawnSync('ps', ['-o', 'stat=,args=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  if (status !== 0 || stdout === null) return procCommand(pid);
  const [, state = '', command = ''] = /^(\S+)\s+(.*)$/.exec(stdout.trim()) ?? [];
  return state.startsWith('Z') ? '' : command;
}

/** The same on Linux without ps. @param {number} pid */
function procCommand(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/**
 * Ends a process: asks it, then, after `patience`, does not ask.
 * @param {number} pid
 * @param {number} patience milliseconds
 */
export async function end(pid, patience = 10_000) {
  for (const [signal, wait] of /** @type {const} */ ([
    ['SIGTERM', patience],
    ['SIGKILL', 3_000],
  ])) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const until = Date.now() + wait; Date.now() < until; await sleep(20)) {
      if (commandOf(pid) === '') return;
    }
  }
}

/**
 * Processes that were started together and end together, in the reverse order. Their numbers
 * are kept in a file, so that after a hard kill the next start can end what was left behind.
 */
export class Family {
  /** @param {string} file @param {string} logs the folder for what they say */
  constructor(file, logs) {
    this.file = file;
    this.logs = logs;
    /** @type {{ name: string, child: import('node:child_process').ChildProcess }[]} */
    this.members = [];
    this.ending = false;
  }

  /** Ends what a start before this one left running. */
  async endLeftovers() {
    /** @type {unknown} */
    let left;
    try {
      left = JSON.parse(readFileSync(this.file, 'utf8'));
    } catch {
      return;
    }
    for (const one of Array.isArray(left) ? left.reverse() : []) {
      const { pid, command } = Object(one);
      if (Number.isInteger(pid) && command && commandOf(pid) === command) await end(pid);
    }
    rmSync(this.file, { force: true });
  }

  /**
   * Starts a process in a group of its own: Ctrl-C reaches the launcher alone, which ends the
   * others in order.
   * @param {string} name
   * @param {string} command
   * @param {readonly string[]} args
   * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, onEnd?: () => void }} options
   */
  start(name, command, args, { env = process.env, cwd, onEnd } = {}) {
    const log = createWriteStream(`${this.logs}/${name}.log`, { flags: 'a' });
    const child = spawn(command, args, {
      env,
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    const member = { name, child };
    child.once('error', (error) => log.write(`${error.message}\n`));
    child.once('exit', () => {
      this.members = this.members.filter((one) => one !== member);
      if (!this.ending) onEnd?.();
    });
    this.members.push(member);
    this.write();
    return child;
  }

  write() {
    const known = this.members.flatMap(({ name, child: { pid } }) =>
      pid === undefined ? [] : [{ name, pid, command: commandOf(pid) }],
    );
    writeFileSync(this.file, JSON.stringify(known, null, 2));
  }

  /** Ends all, the last started first; those of `together` at the same time. @param {string[]} together */
  async end(together = []) {
    this.ending = true;
    const first = this.members.filter(({ name }) => together.includes(name));
    await Promise.all(first.map(({ child }) => end(child.pid ?? 0)));
    for (const { child } of [...this.members].reverse()) await end(child.pid ?? 0, 30_000);
    rmSync(this.file, { force: true });
  }
}
