import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
  type CompletedPart,
  type S3Client,
} from '@aws-sdk/client-s3';

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}
interface LargeFile {
  readonly file: FileHandle;
  readonly size: number;
  readonly partBytes: number;
}

/**
 * Sends a large file in parts, each of which is tried again by itself. The object is there when
 * all of them are; of what was given up nothing is left.
 */
export async function putInParts(
  client: S3Client,
  { ContentType, ...place }: Place & { readonly ContentType: string },
  large: LargeFile,
): Promise<void> {
  const begun = await client.send(new CreateMultipartUploadCommand({ ...place, ContentType }));
  const upload = { ...place, UploadId: begun.UploadId };
  try {
    const Parts: CompletedPart[] = [];
    for (let start = 0; start < large.size; start += large.partBytes) {
      const Body = await partOf(large, start);
      const ContentMD5 = createHash('md5').update(Body).digest('base64');
      const part = { ...upload, PartNumber: Parts.length + 1 };
      const { ETag } = await client.send(new UploadPartCommand({ ...part, Body, ContentMD5 }));
      Parts.push({ PartNumber: part.PartNumber, ETag });
    }
    await client.send(
      new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }),
    );
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  }
}

/** @throws Error when the file became shorter meanwhile */
async function partOf({ file, size, partBytes }: LargeFile, start: number): Promise<Buffer> {
  const part = Buffer.alloc(Math.min(partBytes, size - start));
  let filled = 0;
  while (filled < part.length) {
    const { bytesRead } = await file.read(part, filled, part.length - filled, start + filled);
    if (bytesRead === 0) throw new Error('the file became shorter while it was sent');
    filled += bytesRead;
  }
  return part;
}
