import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { record } from '@desk/ledger';
import {
  FILE_STORE,
  originalName,
  sizeName,
  typeOfSize,
  wholeFile,
  type FileStore,
} from '@desk/storage';
import { framing, noteProblem, settleFraming, type Framing } from './framings.queries.js';
import { pictureSizes } from './picture-sizes.js';

/** Makes the sizes of pictures, for the job that follows an upload or a new frame. */
@Injectable()
export class Renditions {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  /**
   * Makes and keeps the sizes; may be done twice. A picture that cannot be decoded is noted as
   * one; a store that is away is an error, and the job is tried again.
   */
  async make(key: string): Promise<void> {
    const wanted = await framing(this.dataSource, key);
    if (wanted?.state !== 'waiting') return;
    const original = await wholeFile(this.files, originalName(wanted.contentHash));
    if (!original) throw new Error(`the file of the medium ${wanted.mediaId} is not stored`);
    const sizes = pictureSizes(original, sourceOf(wanted));
    for (;;) {
      const next = await sizes.next().catch(() => null);
      if (next === null) return noteProblem(this.dataSource, key, 'media.unreadable');
      if (next.done === true) return noteProblem(this.dataSource, key, null);
      const { file, bytes } = next.value;
      await this.files.put(sizeName(key, file), bytes, typeOfSize(file));
    }
  }

  /** Says that the sizes are there, or never will be, and records it. */
  async settle(tx: EntityManager, at: Date, key: string): Promise<void> {
    if (!(await settleFraming(tx, key, at))) return;
    const settled = await framing(tx, key);
    if (!settled) return;
    const subject = { subjectId: settled.mediaId };
    if (settled.state === 'ready') await record(tx, at, null, 'media.ready', subject, { key });
    else {
      const reason = settled.problem ?? 'media.unreadable';
      await record(tx, at, null, 'media.failed', subject, { key, reason });
    }
  }
}

const sourceOf = ({ originalWidth, originalHeight, crop, focalPoint }: Framing) => ({
  width: originalWidth,
  height: originalHeight,
  crop,
  focalPoint,
});
