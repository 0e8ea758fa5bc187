import { find, install } from './programs.mjs';

/**
 * Where Chromium is; installed when it is not there.
 * @param {import('./say.mjs').Progress} progress
 */
export function chromium(progress) {
  const known = () => find('chromium', 'chromium-browser', 'google-chrome');
  if (!known()) {
    progress.step('installing Chromium');
    install(['chromium']);
  }
  return known() ?? '';
}
