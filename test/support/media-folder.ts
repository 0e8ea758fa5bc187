import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the media of one suite. */
export class MediaFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'desk-media-'));

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
