import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../launch/ports.mjs';
import { eventually } from './eventually.js';

/** Tests run at the root of the repository. */
const root = process.cwd();
const ports = { api: 'API_PORT', worker: 'WORKER_PORT', portal: 'PORTAL_PORT' } as const;

/** A process of the newsroom, compiled, on a port of its own: it can be killed for real. */
export class Program {
  private child: ChildProcess | null = null;
  private said = '';

  private constructor(
    readonly name: keyof typeof ports,
    readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async of(name: keyof typeof ports, env: NodeJS.ProcessEnv): Promise<Program> {
    const port = await freePort(0);
    return new Program(name, port, { ...env, [ports[name]]: String(port) });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Starts it and waits until it is ready. Returns after how many milliseconds it was. */
  async start(): Promise<number> {
    const began = performance.now();
    const child = spawn(process.execPath, [join(root, `dist/apps/${this.name}/src/main.js`)], {
      cwd: root,
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        this.said = (this.said + data.toString()).slice(-20_000);
      });
    }
    this.child = child;
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`${this.name} ended: ${this.said}`);
      const answer = await fetch(`${this.url}/health/ready`);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${this.name} answers ${answer.status}: ${this.said}`);
    }, 60_000);
    return performance.now() - began;
  }

  /** What it said last, for the message of a failed test. */
  get log(): string {
    return this.said;
  }

  /** Stops (SIGSTOP) or wakes (SIGCONT) it. */
  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Ends it, hard unless said otherwise, and waits until it is gone. Returns the exit code. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return gone;
  }
}

/** Runs a command of the CLI; returns what it printed. @throws Error when it fails */
export function cli(env: NodeJS.ProcessEnv, ...args: string[]): string {
  const main = join(root, 'dist/apps/cli/src/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`cli ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}
