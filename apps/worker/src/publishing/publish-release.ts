import { Injectable } from '@nestjs/common';
import { DueReleases } from '@desk/publishing';

/** The job `publishing.release`: publishes a release whose time has come. */
@Injectable()
export class PublishRelease {
  constructor(private readonly releases: DueReleases) {}

  /**
   * Safe to run twice, early or late: a release that is not due or was settled before is left
   * as it is, and one that may not go public has failed for good with its reason recorded.
   */
  async handle(releaseId: string): Promise<void> {
    await this.releases.publish(releaseId);
  }
}
