import {
  mainSize,
  mediaPath,
  widthsOf,
  type Media as MediaAnswer,
  type MediaState,
} from '@desk/contracts';
import { wholeFileName } from '@desk/storage';
import type { Medium } from './media.queries.js';

/** A medium as it is told; `problem` is a code whose text the API knows. */
export type MediaView = Omit<MediaAnswer, 'problem'> & { readonly problem: string | null };

export function mediaView(medium: Medium): MediaView {
  const { id, kind, type, name, size, width, height, shownWidth, shownHeight } = medium;
  const { crop, focalPoint, credit, licence, texts, createdAt, updatedAt, version } = medium;
  return {
    ...{ id, kind, type, name, size, width, height },
    state: stateOf(medium),
    problem: medium.state === 'failed' ? medium.problem : null,
    src: mediaPath(medium.key, fileAt(medium)),
    original: `/api/v1/media/${id}/original`,
    shown:
      shownWidth !== null && shownHeight !== null
        ? { width: shownWidth, height: shownHeight, widths: widthsOf(shownWidth) }
        : null,
    ...{ crop, focalPoint, credit, licence, texts },
    uploadedBy: { id: medium.uploadedBy, name: medium.uploaderName ?? '' },
    ...{ createdAt, updatedAt, version },
  };
}

const stateOf = ({ state }: Medium): MediaState => state ?? 'ready';

/** The file that texts name. */
const fileAt = ({ shownWidth, type }: Medium): string =>
  shownWidth === null ? wholeFileName(type) : `${String(mainSize(shownWidth))}.jpg`;
