import { remembered } from './remembered.js';

const INVISIBLE = String.raw`(?:\u200B|\u200C|\u200D|\u2060|\uFEFF)*`;
const LETTER = String.raw`[\u1780-\u17B3]`;
const SIGN = String.raw`[\u17B4-\u17D3\u17DD]`;

/**
 * A Khmer cluster: a letter, what is written under it, and its vowels and signs. A reader sees
 * one shape, so no term begins or ends inside. Zero-width characters may stand anywhere in it.
 */
export const KHMER_CLUSTER = new RegExp(
  `${LETTER}(?:${INVISIBLE}(?:\u17D2${INVISIBLE}${LETTER}|${SIGN}))*`,
);

/** Where a part of a cluster belongs: letters, then register, vowel, signs. */
function place(part: string): number {
  if (/[\u1780-\u17B3]|\u17D2/.test(part)) return 0;
  if (part === '\u17CC') return 1;
  if (part === '\u17C9' || part === '\u17CA') return 2;
  if (/[\u17B6-\u17C5]/.test(part)) return 3;
  return 4;
}

/**
 * The cluster with its parts in one order, however it was typed: fonts draw ស៊ី and សី៊ alike,
 * NFC keeps them apart. Vowels typed in two halves become the one that they look like, and so do
 * the letters that are written in two ways (ឲ្យ and ឱ្យ, ្ត and ្ដ).
 */
export const clusterKey = remembered((cluster) => {
  const parts = cluster.match(/\u17D2[\u1780-\u17B3]|[\u1780-\u17D3\u17DD]/g) ?? [];
  return parts
    .map((part, at) => ({ part: part === '\u17D2\u178F' ? '\u17D2\u178A' : part, at }))
    .sort((a, b) => place(a.part) - place(b.part) || a.at - b.at)
    .map(({ part }) => part)
    .join('')
    .replace('\u17B2', '\u17B1')
    .replace('\u17C1\u17B8', '\u17BE')
    .replace('\u17C1\u17B6', '\u17C4');
});

/**
 * A cluster without the signs that writers of foreign names put or leave out as they like
 * (ស៊ុយអែត, ស៊ុយអ៊ែត). Long terms are looked up by it: nothing else looks like them.
 */
export const looseClusterKey = remembered(
  (key) => `~${key.replace(/\u17C9|\u17CA|\u17CB|\u17CD|\u17CE|\u17D0/g, '')}`,
);

/** From so many clusters on a term is itself, wherever it stands and however it is spelt. */
export const LONG_KHMER = 4;
