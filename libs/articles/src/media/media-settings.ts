import type { MediaKind } from '@desk/contracts';

/** How large media may be. */
export interface MediaLimits {
  readonly megabytes: Readonly<Record<MediaKind, number>>;
  readonly megapixels: number;
}

export const MEDIA_LIMITS = Symbol('limits of media');

export const MEGA = 1_000_000;
/** The most that anything may have, before it is known what it is. */
export const mostBytes = ({ megabytes }: MediaLimits): number =>
  Math.max(...Object.values(megabytes)) * MEGA;
