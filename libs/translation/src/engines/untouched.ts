import type { StoredSegment } from '../segment.js';
import { plainText } from '../segments/index.js';

/** Whether a segment waits for a suggestion: nobody has said anything, and there is something to say. */
export const isUntouched = ({ target, status, origin, source }: StoredSegment): boolean =>
  target === '' &&
  status === 'untranslated' &&
  origin === 'none' &&
  /\p{L}/u.test(plainText(source));
