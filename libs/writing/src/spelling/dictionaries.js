import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import nspell from 'nspell';

/**
 * The dictionaries, in a thread of their own: English takes a second to load, in which no
 * request may wait. A question is `{ id, language, words }`; the answer says which words no
 * dictionary of the language knows and what they could have been.
 *
 * Plain JavaScript: a thread starts from a file as it is, in tests as in what was built.
 */
const packages = { vi: ['dictionary-vi'], en: ['dictionary-en', 'dictionary-en-gb'] };
const MAX_SUGGESTIONS = 5;
/** Longer words take too long to correct. */
const LONGEST = 30;

const { resolve } = createRequire(import.meta.url);

/** English makes words of these at will: denuclearise, underpowered. */
const prefixed = /^(?:un|de|re|non|pre|co|anti|over|under|out|inter|cyber|multi|mid)-?(?=\w{5})/;

/** @param {string} word @param {import('nspell')} dictionary */
const isPrefixed = (word, dictionary) =>
  prefixed.test(word) && dictionary.correct(word.replace(prefixed, ''));

/** @type {Map<string, Promise<import('nspell')[]>>} */
const loaded = new Map();

/** @param {string} language @returns {Promise<import('nspell')[]>} */
function dictionariesOf(language) {
  const known = loaded.get(language);
  if (known) return known;
  const names = language === 'vi' || language === 'en' ? packages[language] : [];
  const made = Promise.all(names.map(read)).then((all) => all.flatMap((one) => one ?? []));
  loaded.set(language, made);
  return made;
}

/** A dictionary that was not installed is none. @param {string} name */
async function read(name) {
  try {
    const folder = resolve(name).replace(/index\.js$/, '');
    return nspell(await readFile(`${folder}index.aff`), await readFile(`${folder}index.dic`));
  } catch {
    return null;
  }
}

parentPort?.on(
  'message',
  async (/** @type {{ id: number, language: string, words: string[] }} */ asked) => {
    const dictionaries = await dictionariesOf(asked.language);
    const first = dictionaries[0];
    const unknown = !first
      ? []
      : asked.words
          .filter((word) => !dictionaries.some((one) => one.correct(word) || isPrefixed(word, one)))
          .map((word) => ({
            word,
            corrections: word.length > LONGEST ? [] : first.suggest(word).slice(0, MAX_SUGGESTIONS),
          }));
    parentPort?.postMessage({ id: asked.id, unknown, known: dictionaries.length > 0 });
  },
);
