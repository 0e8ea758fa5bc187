import { comparable } from './comparable.js';

/**
 * As `comparable`, and Latin letters without their marks: `Đua ghe Ngo ở Sóc Trăng` is
 * `dua ghe ngo o soc trang`. Khmer signs are letters of their own and stay.
 */
export const bare = (text: string): string =>
  comparable(text)
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replaceAll('đ', 'd');
