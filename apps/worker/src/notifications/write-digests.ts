import { Injectable } from '@nestjs/common';
import { Digests } from '@desk/notifications';

/** The job `maintenance.digests`: the digests whose hour has struck become e-mails. */
@Injectable()
export class WriteDigests {
  constructor(private readonly digests: Digests) {}

  async handle(): Promise<void> {
    await this.digests.writeDue();
  }
}
