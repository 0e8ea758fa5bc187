import type { Block } from '@desk/contracts';
import { plainText } from './plain-text';
import type { EditionText } from './edition-text';

/** What is still missing of a text, before others get to read it. */
export const lacks = [
  'title',
  'text',
  'summary',
  'alt',
  'caption',
  'credit',
  'heading_level',
  'empty_heading',
  'long_paragraph',
] as const;
export type Lack = (typeof lacks)[number];

/** Without these nobody can publish it. */
export const needed: readonly Lack[] = ['title', 'text', 'alt'];

/** One thing that is missing; `block`: the number of the block that it is about. */
export interface Missing {
  readonly what: Lack;
  readonly block: number | null;
}

/** Longer paragraphs tire people who read on a phone: so many words. */
const LONG_WORDS = 150;

/** All that a text lacks, in reading order. */
export function missingIn(text: EditionText, words: (text: string) => number): Missing[] {
  const found: Missing[] = [];
  const lack = (what: Lack, block: number | null = null): void => {
    found.push({ what, block });
  };
  if (text.title.trim() === '') lack('title');
  if (text.summary.trim() === '') lack('summary');
  if (plainText(text.body).trim() === '') lack('text');
  let level = 1;
  text.body.content.forEach((block, place) => {
    for (const what of missingInBlock(block, level, words)) lack(what, place);
    if (block.type === 'heading') level = block.attrs.level;
  });
  return found;
}

function missingInBlock(block: Block, above: number, words: (text: string) => number): Lack[] {
  const said = plainText(block).trim();
  switch (block.type) {
    case 'heading':
      if (said === '') return ['empty_heading'];
      return block.attrs.level > above + 1 ? ['heading_level'] : [];
    case 'figure': {
      const missing: Lack[] = [];
      if (block.attrs.alt.trim() === '') missing.push('alt');
      if (said === '') missing.push('caption');
      if (block.attrs.credit.trim() === '') missing.push('credit');
      return missing;
    }
    case 'paragraph':
      return words(said) > LONG_WORDS ? ['long_paragraph'] : [];
    default:
      return [];
  }
}
