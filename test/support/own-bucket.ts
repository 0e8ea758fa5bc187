import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { BucketSettings } from '@desk/storage';

const bucket = 'tranh-anh';

/** A bucket on an S3 server of its own, which checks signatures. */
export class OwnBucket {
  private constructor(
    readonly settings: BucketSettings,
    private readonly server: S3rver,
    private readonly directory: string,
  ) {}

  static async open(): Promise<OwnBucket> {
    const directory = await mkdtemp(join(tmpdir(), 'desk-bucket-'));
    const server = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory,
      vhostBuckets: false,
      configureBuckets: [{ name: bucket }],
    });
    const { port } = await server.run();
    const settings = {
      bucket,
      endpoint: `http://127.0.0.1:${String(port)}`,
      region: 'us-east-1',
      // The one pair that this server knows.
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
      prefix: 'toa-soan/',
    };
    return new OwnBucket(settings, server, directory);
  }

  async close(): Promise<void> {
    await this.server.close();
    await rm(this.directory, { recursive: true });
  }
}
