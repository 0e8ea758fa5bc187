import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { encodeCursor, type MediaChanges, type MediaQuery, type Page } from '@desk/contracts';
import { Missing, NotAllowed, Refused } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import { can, type Person } from '@desk/people';
import {
  FILE_STORE,
  isSizeFile,
  originalName,
  servedFile,
  sizeName,
  typeOfSize,
  wholeFileName,
  type FileStore,
  type ServedFile,
} from '@desk/storage';
import { mediaAtKeys } from './framings.queries.js';
import { incomingFile } from './incoming-file.js';
import { insertMedium, reframe, writeMedium } from './media.changes.js';
import { mediaOfLibrary, medium, mediumOfContent } from './media.queries.js';
import { MEDIA_LIMITS, mostBytes, type MediaLimits } from './media-settings.js';
import { mediaView, type MediaView } from './media-view.js';
import { Upload } from './upload.js';

/** A file of the library as it is given out. */
export interface GivenFile extends ServedFile {
  readonly name: string;
  readonly isDocument: boolean;
}

/** The newsroom's library of pictures, documents, sounds and films; one for all sections. */
@Injectable()
export class Media {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
    @Inject(FILE_STORE) private readonly files: FileStore,
    @Inject(MEDIA_LIMITS) private readonly limits: MediaLimits,
  ) {}

  /**
   * Takes a file. One that is there already is not added again, and keeps what is said of it.
   * @throws Invalid `media.cut_off`, `media.too_large`, and what `incomingFile` refuses
   */
  async add(
    person: Person,
    name: string,
    content: Readable,
  ): Promise<MediaView & { duplicate: boolean }> {
    allow(person, 'media.write');
    return Upload.while(content, mostBytes(this.limits), async (upload) => {
      const file = await incomingFile(upload, this.limits);
      const { contentHash, kind } = file;
      const before = await mediumOfContent(this.dataSource, contentHash);
      if (before) return { ...mediaView(before), duplicate: true };
      await this.files.put(originalName(contentHash), file.content, file.type);
      return this.commands.run(async (tx, at) => {
        const added = await insertMedium(tx, at, person.id, name, file);
        if (added) {
          const { id, key } = added;
          await record(tx, at, person.id, 'media.added', { subjectId: id }, { name, kind, key });
        }
        const kept = await mediumOfContent(tx, contentHash);
        if (!kept) throw new Error('what was added is not there');
        return { ...mediaView(kept), duplicate: added === null };
      });
    });
  }

  async list(person: Person, query: MediaQuery): Promise<Page<MediaView>> {
    allow(person, 'media.read');
    const found = await mediaOfLibrary(this.dataSource, person, query);
    const items = found.slice(0, query.limit);
    const last = found.length > query.limit ? items.at(-1) : undefined;
    const next = last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null;
    return { items: items.map(mediaView), next };
  }

  /** @throws Missing `media.missing` */
  async one(person: Person, id: string): Promise<MediaView> {
    allow(person, 'media.read');
    return mediaView(await medium(this.dataSource, id));
  }

  /** The file itself, or the part of it. @throws Missing `media.missing`, `media.file_missing` */
  async original(person: Person, id: string, range?: string): Promise<GivenFile> {
    allow(person, 'media.read');
    const { name, type, kind, contentHash } = await medium(this.dataSource, id);
    const file = await servedFile(this.files, originalName(contentHash), type, range);
    if (!file) throw new Missing('media.file_missing', { id });
    return { name, isDocument: kind === 'document', ...file };
  }

  /** What stands at an address that texts name; null when there is nothing, or not yet. */
  async atAddress(
    person: Person,
    key: string,
    file: string,
    range?: string,
  ): Promise<ServedFile | null> {
    allow(person, 'media.read');
    if (isSizeFile(file)) {
      return servedFile(this.files, sizeName(key, file), typeOfSize(file), range);
    }
    const found = (await mediaAtKeys(this.dataSource, [key])).get(key);
    if (!found || found.kind === 'picture' || file !== wholeFileName(found.type)) return null;
    return servedFile(this.files, originalName(found.contentHash), found.type, range);
  }

  /**
   * Says something else of it, or frames a picture otherwise: then its sizes are made anew, under
   * a new key. Texts that name the old one go on showing what was signed.
   * @throws Refused `request.changed_meanwhile`; Invalid `media.no_picture`, `media.crop_outside`
   */
  async change(
    person: Person,
    id: string,
    expectedVersion: number,
    changes: MediaChanges,
  ): Promise<MediaView> {
    allow(person, 'media.write');
    return this.commands.run(async (tx, at) => {
      const before = await medium(tx, id);
      const key = await reframe(tx, at, before, changes);
      const { key: now } = before;
      if (!(await writeMedium(tx, at, before, expectedVersion, changes, key ?? now))) {
        throw new Refused('request.changed_meanwhile', { currentVersion: before.version });
      }
      const subject = { subjectId: id };
      const fields = Object.keys(changes);
      await record(tx, at, person.id, 'media.changed', subject, { fields });
      if (key !== null) await record(tx, at, person.id, 'media.reframed', subject, { key });
      return mediaView(await medium(tx, id));
    });
  }
}

function allow(person: Person, permission: 'media.read' | 'media.write'): void {
  if (!can(person, permission)) throw new NotAllowed('permission.denied', { permission });
}
