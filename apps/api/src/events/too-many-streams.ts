import { NewsroomError } from '@desk/errors';

/** So many streams a person may have open: a few windows on a few machines. */
export const MOST_STREAMS = 8;

export class TooManyStreams extends NewsroomError {
  readonly status = 429;

  constructor() {
    super('stream.too_many', { most: MOST_STREAMS });
  }
}
