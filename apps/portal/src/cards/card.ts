import { createRequire } from 'node:module';
import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import type { Language } from '@desk/languages';
import { CARD } from './card-size.js';

/** What a card says. */
export interface Card {
  readonly language: Language;
  readonly organisation: string;
  /** The section; above the title. */
  readonly kicker: string;
  readonly title: string;
  /** When it was published; below the title. */
  readonly moment: string;
}

const MARGIN = 80;
const INNER = CARD.width - 2 * MARGIN;
const colours = { paper: '#fcfbf7', ink: '#1d1c1a', quiet: '#5b5850', accent: '#0b5a5f' };

const require = createRequire(join(import.meta.dirname, 'card.js'));
/**
 * Fonts as files of a kind that Pango reads wherever the portal runs. A text names one file; what
 * was named once can be used by every text after it.
 */
const fontFiles = [
  '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
  '@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf',
  '@expo-google-fonts/noto-sans-khmer/700Bold/NotoSansKhmer_700Bold.ttf',
].map((file) => require.resolve(file));

let fontsRead: Promise<unknown> | undefined;
/** One after the other: the fonts of a process are one list. */
const readFonts = (): Promise<unknown> =>
  (fontsRead ??= fontFiles.reduce<Promise<unknown>>(
    (before, fontfile) =>
      before.then(() =>
        sharp({ text: { text: 'a', fontfile, font: 'sans 10' } })
          .png()
          .toBuffer(),
      ),
    Promise.resolve(),
  ));

interface Line {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: string;
  readonly language: Language;
  readonly width?: number;
}

interface Drawn {
  readonly input: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Null when there is nothing to be seen. */
async function drawn({
  text,
  size,
  bold,
  colour,
  language,
  width = INNER,
}: Line): Promise<Drawn | null> {
  if (/^[\p{C}\s]*$/u.test(text)) return null;
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" lang="${language}">${inMarkup(breakable(text))}</span>`,
      font: `Be Vietnam Pro, Noto Sans Khmer ${bold ? 'Bold ' : ''}${size}`,
      width,
      wrap: 'word-char',
      rgba: true,
      spacing: Math.round(size * (language === 'km' ? 0.25 : 0.12)),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, width: info.width, height: info.height };
}

const TITLE_SIZES = [68, 60, 52, 46, 40];
const TITLE_HEIGHT = 290;

/** The title as large as it has room; the end of one that is too long even when small is left out. */
async function drawnTitle(title: string, language: Language): Promise<Drawn | null> {
  const line = { bold: true, colour: colours.ink, language };
  for (const size of TITLE_SIZES) {
    const one = await drawn({ ...line, text: title, size });
    if (!one || (one.height <= TITLE_HEIGHT && one.width <= INNER)) return one;
  }
  const size = TITLE_SIZES.at(-1) ?? 40;
  let letters = graphemes(title);
  for (;;) {
    letters = letters.slice(0, Math.floor(letters.length * 0.85));
    const one = await drawn({ ...line, text: `${letters.join('').trimEnd()}…`, size });
    if (!one || one.height <= TITLE_HEIGHT || letters.length < 10) return one;
  }
}

/** The picture of a story for cards on other sites, as PNG. */
export async function drawCard(card: Card, emblem: Buffer): Promise<Buffer> {
  await readFonts();
  const { language } = card;
  const [sign, organisation, kicker, title, moment] = await Promise.all([
    sharp(emblem, { density: 300 }).resize(88, 88).png().toBuffer(),
    drawn({
      text: card.organisation,
      size: 28,
      bold: true,
      colour: colours.ink,
      language,
      width: INNER - 116,
    }),
    drawn({ text: card.kicker, size: 30, bold: true, colour: colours.accent, language }),
    drawnTitle(card.title, language),
    drawn({ text: card.moment, size: 26, colour: colours.quiet, language }),
  ]);
  const titleTop = 272;
  const placed: OverlayOptions[] = [
    { input: bar(), left: 0, top: 0 },
    { input: sign, left: MARGIN, top: 72 },
    ...at(organisation, MARGIN + 116, (height) => 116 - Math.round(height / 2)),
    ...at(kicker, MARGIN, (height) => titleTop - 24 - height),
    ...at(title, MARGIN, () => titleTop),
    ...at(moment, MARGIN, (height) => CARD.height - 28 - height),
  ];
  return sharp({ create: { ...CARD, channels: 3, background: colours.paper } })
    .composite(placed)
    .png({ palette: true, quality: 90 })
    .toBuffer();
}

const at = (one: Drawn | null, left: number, top: (height: number) => number): OverlayOptions[] =>
  one ? [{ input: one.input, left, top: top(one.height) }] : [];

const bar = (): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="14"><rect width="100%" height="100%" fill="${colours.accent}"/></svg>`,
  );

/** The organisation's sign as a picture that programs take where they take no drawing. */
export const drawLogo = (emblem: Buffer): Promise<Buffer> =>
  sharp(emblem, { density: 900 }).resize(512, 512).png().toBuffer();

const inMarkup = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter('km', { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );

const khmerWords = new Intl.Segmenter('km', { granularity: 'word' });
/** Khmer has no spaces between words; where lines may break is said by letters that are not seen. */
const breakable = (text: string): string =>
  text.replace(/\p{Script=Khmer}{2,300}/gu, (run) =>
    [...khmerWords.segment(run)].map(({ segment }) => segment).join('\u200B'),
  );
