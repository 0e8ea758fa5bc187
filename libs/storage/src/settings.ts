import { DiskStore } from './disk-store.js';
import type { FileStore } from './file-store.js';

/** A bucket of Amazon S3, or of a server that speaks as it does. */
export interface BucketSettings {
  readonly bucket: string;
  /** Null: Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string;
  /** Null: as the machine has them (AWS_ACCESS_KEY_ID, a role of the machine, …). */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  /** What the names of all files begin with. */
  readonly prefix: string;
}

/** Where files are kept: in a bucket if one is named, else in the folder. */
export interface StorageSettings {
  readonly folder: string;
  readonly bucket?: BucketSettings | null;
}

/** The file store. What speaks to buckets is loaded only where one is named. */
export async function fileStore({ folder, bucket }: StorageSettings): Promise<FileStore> {
  if (!bucket) return new DiskStore(folder);
  const { S3Store } = await import('./s3-store.js');
  return new S3Store(bucket);
}
