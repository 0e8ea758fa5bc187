import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Invalid } from '@desk/errors';
import { BEGINNING_BYTES } from './kind-of-file.js';
import { MEGA } from './media-settings.js';

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

/** What comes after a refusal is let pass unread, so that the sender hears the answer. */
async function received(content: Readable, path: string, most: number): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    const parts: AsyncIterable<unknown> = content.iterator({ destroyOnReturn: false });
    for await (const part of parts) {
      if (!Buffer.isBuffer(part)) throw new TypeError('an upload is read as bytes');
      size += part.length;
      if (size > most) throw new Invalid('media.too_large', { megabytes: most / MEGA });
      await file.write(part);
    }
  } catch (error) {
    if (content.destroyed) throw new Invalid('media.cut_off');
    content.resume();
    throw error;
  } finally {
    await file.close();
  }
}
