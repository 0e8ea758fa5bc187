import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMariaDb } from '../../launch/mariadb.mjs';
import { Family } from '../../launch/processes.mjs';
import { startRedis } from '../../launch/redis.mjs';
import { databaseAt } from '../../launch/servers.mjs';

/** A MariaDB and a Redis that a test may kill. Every commit is on the disk, as in earnest. */
export class OwnServers {
  private constructor(
    private readonly folder: string,
    private readonly family: Family,
    private mariadb: number,
    private redis: number,
  ) {}

  static async start(): Promise<OwnServers> {
    const folder = mkdtempSync(join(tmpdir(), 'desk-faults-'));
    for (const name of ['logs', 'run']) mkdirSync(join(folder, name));
    const family = new Family(join(folder, 'processes.json'), join(folder, 'logs'));
    const servers = new OwnServers(folder, family, 0, 0);
    await Promise.all([servers.startMariaDb(), servers.startRedis()]);
    return servers;
  }

  private get where() {
    return { folder: this.folder, run: join(this.folder, 'run') };
  }

  async startMariaDb(): Promise<void> {
    const { pid } = await startMariaDb(this.family, { ...this.where, profile: 'std' });
    this.mariadb = pid;
  }

  async startRedis(): Promise<void> {
    this.redis = (await startRedis(this.family, this.where)).pid;
  }

  killMariaDb(): void {
    process.kill(this.mariadb, 'SIGKILL');
  }

  /** Kills Redis; it forgets everything when told so. */
  killRedis({ forget }: { forget: boolean }): void {
    process.kill(this.redis, 'SIGKILL');
    if (forget) rmSync(join(this.folder, 'redis'), { recursive: true, force: true });
  }

  get databaseUrl(): string {
    return databaseAt(join(this.where.run, 'm.sock'), 'desk');
  }

  get redisSocket(): string {
    return join(this.where.run, 'r.sock');
  }

  get redisUrl(): string {
    return `unix://${this.redisSocket}`;
  }

  async stop(): Promise<void> {
    await this.family.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
