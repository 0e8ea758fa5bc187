import type { Language } from '@desk/languages';

/**
 * How letters look. Mail programs drop web fonts, so these are fonts that systems have; Khmer
 * stacks up to five marks on a letter and needs its own fonts first, more size and more room.
 */
const latin = "'Be Vietnam Pro', 'Noto Sans', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const khmer =
  "'Noto Sans Khmer', 'Khmer OS Battambang', 'Leelawadee UI', 'Khmer Sangam MN', 'Noto Sans', Arial, sans-serif";

interface Look {
  readonly fontFamily: string;
  readonly fontSize: string;
  readonly lineHeight: string;
  readonly headingLineHeight: string;
}

export const look: Record<Language, Look> = {
  vi: { fontFamily: latin, fontSize: '16px', lineHeight: '1.6', headingLineHeight: '1.4' },
  en: { fontFamily: latin, fontSize: '16px', lineHeight: '1.5', headingLineHeight: '1.35' },
  km: { fontFamily: khmer, fontSize: '17px', lineHeight: '1.9', headingLineHeight: '1.7' },
};

/** Dark enough on their grounds for WCAG AA at every size used. */
export const colour = {
  ground: '#f2f4f3',
  paper: '#ffffff',
  ink: '#1d2724',
  quiet: '#53605b',
  line: '#d5dcd8',
  accent: '#0b5d4a',
  onAccent: '#ffffff',
} as const;
