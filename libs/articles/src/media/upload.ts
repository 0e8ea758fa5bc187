import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Invalid } from '@desk/errors';
import { BEGINNING_BYTES } from './kind-of-file.js';

/** A file that came, on this machine for the time of `work`. */
export class Upload {
  private constructor(readonly path: string) {}

  /** @throws Invalid `media.too_large`, `media.cut_off` */
  static async while<T>(
    content: Readable,
    most: number,
    work: (upload: Upload) => Promise<T>,
  ): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'desk-upload-'));
    try {
      const upload = new Upload(join(folder, 'file'));
      await received(content, upload.path, most);
      return await work(upload);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async size(): Promise<number> {
    return (await stat(this.path)).size;
  }

  bytes(): Promise<Buffer> {
    return readFile(this.path);
  }

  async beginning(): Promise<Buffer> {
    const file = await open(this.path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING_BYTES));
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async hash(): Promise<string> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(this.path), hash);
    return hash.digest('hex');
  }
}

async function received(content: Readable, path: string, most: number): Promise<void> {
  let size = 0;
  async function* counted(parts: AsyncIterable<Buffer>) {
    for await (const part of parts) {
      size += part.length;
      if (size > most) throw new Invalid('media.too_large', { megabytes: most / 1_000_000 });
      yield part;
    }
  }
  try {
    await pipeline(content, counted, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    throw (content.errored ?? content.readableAborted) ? new Invalid('media.cut_off') : error;
  }
}
