import type { Assets } from './assets.js';
import type { Organisation } from './organisation.js';

/** What all pages of one portal share. */
export interface Site {
  readonly organisation: Organisation;
  /** For example https://huunghi.example; without a slash at the end. */
  readonly origin: string;
  readonly assets: Assets;
}

/** The portal's site, for injection. */
export const SITE = Symbol('site');
