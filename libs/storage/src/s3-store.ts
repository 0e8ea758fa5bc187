import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  checkedName,
  type ByteRange,
  type Content,
  type FileStore,
  type StoredFile,
} from './file-store.js';
import { putInParts } from './s3-parts.js';
import type { BucketSettings } from './settings.js';

/** What is larger is sent in parts of this size, one after the other: so much is in memory. */
const PART_BYTES = 32 * 1_048_576;
const CONNECTING_MS = 3_000;
const SILENT_MS = 30_000;

/** Files in a bucket of Amazon S3, or of a server that speaks as it does. The bucket stays private. */
export class S3Store implements FileStore {
  private readonly client: S3Client;

  constructor(
    private readonly settings: BucketSettings,
    private readonly partBytes = PART_BYTES,
  ) {
    const { endpoint, region, credentials } = settings;
    this.client = new S3Client({
      region,
      ...(endpoint !== null && { endpoint, forcePathStyle: true }),
      ...(credentials && { credentials }),
      requestHandler: { connectionTimeout: CONNECTING_MS, requestTimeout: SILENT_MS },
      // Servers other than Amazon's know no checksums in trailers; MD5 all of them know.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(name: string, content: Content, type: string): Promise<void> {
    const to = { ...this.placeOf(name), ContentType: type };
    if (Buffer.isBuffer(content)) return this.putWhole(to, content);
    const { size } = await stat(content.path);
    if (size <= this.partBytes) return this.putWhole(to, await readFile(content.path));
    const file = await open(content.path);
    try {
      await putInParts(this.client, to, { file, size, partBytes: this.partBytes });
    } finally {
      await file.close();
    }
  }

  async size(name: string): Promise<number | null> {
    const place = this.placeOf(name);
    const head = await this.client.send(new HeadObjectCommand(place)).catch(orNull);
    return head?.ContentLength ?? null;
  }

  async read(name: string, range?: ByteRange): Promise<StoredFile | null> {
    const Range = range && `bytes=${String(range.start)}-${String(range.end)}`;
    const command = new GetObjectCommand({ ...this.placeOf(name), Range });
    const found = await this.client.send(command).catch(orNull);
    if (!found) return null;
    const size = range ? wholeSize(found.ContentRange) : found.ContentLength;
    if (!(found.Body instanceof Readable) || size === undefined) {
      throw new Error(`the bucket gave no content of ${name}`);
    }
    return { size, stream: found.Body };
  }

  private async putWhole(to: Place & { ContentType: string }, bytes: Buffer): Promise<void> {
    const ContentMD5 = createHash('md5').update(bytes).digest('base64');
    await this.client.send(new PutObjectCommand({ ...to, Body: bytes, ContentMD5 }));
  }

  private placeOf(name: string): Place {
    return { Bucket: this.settings.bucket, Key: `${this.settings.prefix}${checkedName(name)}` };
  }
}

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

/** Of `bytes 4-9/18` the 18. */
const wholeSize = (contentRange: string | undefined): number | undefined => {
  const size = /\/(\d+)$/.exec(contentRange ?? '')?.[1];
  return size === undefined ? undefined : Number(size);
};

function orNull(error: unknown): null {
  if (error instanceof NoSuchKey || error instanceof NotFound) return null;
  throw error;
}
