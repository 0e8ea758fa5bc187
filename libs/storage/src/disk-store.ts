import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkedName, type ByteRange, type Content, type FileStore } from './file-store.js';

/** Files in a folder of this machine, which is made when the first one comes. */
export class DiskStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(name: string, content: Content): Promise<void> {
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true });
    const making = `${path}.${randomUUID()}`;
    try {
      if (Buffer.isBuffer(content)) await written(making, content);
      else await copied(making, content.path);
      await rename(making, path);
    } catch (error) {
      await rm(making, { force: true });
      throw error;
    }
    await synced(dirname(path));
  }

  async size(name: string): Promise<number | null> {
    return stat(this.pathOf(name)).then(({ size }) => size, orNull);
  }

  async read(name: string, range?: ByteRange) {
    const size = await this.size(name);
    if (size === null) return null;
    return { size, stream: createReadStream(this.pathOf(name), range) };
  }

  private pathOf(name: string): string {
    return join(this.folder, checkedName(name));
  }
}

async function written(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function copied(path: string, from: string): Promise<void> {
  await copyFile(from, path);
  await synced(path);
}

/** A folder too: else its new entry may be lost with the power. */
async function synced(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function orNull(error: unknown): null {
  const code = typeof error === 'object' && error !== null && 'code' in error && error.code;
  if (code === 'ENOENT') return null;
  throw error;
}
