import type { Language } from '@desk/languages';
import type { PublishedPage } from '@desk/published-pages';
import { CARD } from './card-size.js';

/** The picture of a story: its address changes with the text, because other sites keep it long. */
export const storyCard = ({ editionId, revisionHash }: PublishedPage): string =>
  `/cards/${editionId}-${revisionHash.slice(0, 8)}.png`;

export const siteCard = (language: Language): string => `/cards/${language}.png`;
export const LOGO = '/cards/logo.png';

/** What Open Graph is told of a picture. */
export const cardProperties = (address: string, alt: string): Record<string, string> => ({
  'og:image': address,
  'og:image:type': 'image/png',
  'og:image:width': String(CARD.width),
  'og:image:height': String(CARD.height),
  'og:image:alt': alt,
});
