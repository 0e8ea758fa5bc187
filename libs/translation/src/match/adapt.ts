import type { Language } from '@desk/languages';
import { exchanges, isRow, partsOfRow, type Exchange } from './exchanges.js';
import { monthName } from './months.js';
import { restyled, saysSame } from './number-style.js';
import { writtenTokens, type WrittenToken } from './written-tokens.js';

/** What was put into the target in place of what. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
}

export interface Adapted {
  readonly target: string;
  readonly replaced: readonly Replacement[];
}

interface Pair {
  readonly sourceLanguage: Language;
  readonly targetLanguage: Language;
}

/**
 * The unit's target made to fit a source that differs from the unit's in numbers, dates and names
 * alone. Null when something else differs, or when it is not certain what to replace: what is to
 * go must stand in the target as often as in the unit's source.
 */
export function adapt(
  source: string,
  unit: { readonly source: string; readonly target: string },
  pair: Pair,
): Adapted | null {
  const old = writtenTokens(unit.source);
  const wanted = exchanges(old, writtenTokens(source), pair.sourceLanguage);
  if (wanted === null || wanted.length === 0) return null;
  const target = writtenTokens(unit.target);
  const written = target.map((token) => token.text);
  const hits = new Map<Exchange, number>();
  const hit = (exchange: Exchange): void => void hits.set(exchange, (hits.get(exchange) ?? 0) + 1);

  target.forEach((token, at) => {
    const exchange = (part: string): string => {
      const fits = wanted.find((one) => one.number && saysSameIn(pair, one.from, part));
      if (!fits) return part;
      hit(fits);
      const { sourceLanguage: from, targetLanguage: to } = pair;
      return restyled(fits.to, { old: fits.from, model: part, from, to });
    };
    if (token.kind === 'number') {
      const row = isRow(token.key);
      written[at] = row ? token.text.replace(/\p{Nd}+/gu, exchange) : exchange(token.text);
    } else if (token.kind === 'word' && besideNumber(target, at)) {
      const month = wanted.find((one) => one.number && saysMonth(one.from, token.text, pair));
      const name = month && monthName(month.to, pair.targetLanguage);
      if (!month || !name) return;
      hit(month);
      written[at] = name;
    }
  });
  for (const exchange of wanted) {
    if (exchange.number) continue;
    for (const at of placesOf(exchange.from, target)) {
      hit(exchange);
      written.fill('', at, at + writtenTokens(exchange.from).length);
      written[at] = exchange.to;
    }
  }
  const sure = wanted.every((one) => hits.get(one) === timesOf(one, old, pair.sourceLanguage));
  if (!sure) return null;
  const replaced = target.flatMap(({ text }, at) => {
    const to = written[at] ?? '';
    return to === text || to === '' ? [] : [{ from: text, to }];
  });
  return { target: written.join(''), replaced };
}

const saysSameIn = (pair: Pair, from: string, part: string): boolean =>
  saysSame(from, pair.sourceLanguage, part, pair.targetLanguage);

const saysMonth = (number: string, word: string, { targetLanguage }: Pair): boolean =>
  monthName(number, targetLanguage) === word;

/** May is also a word: as a month it stands beside a number. */
const besideNumber = (target: readonly WrittenToken[], at: number): boolean =>
  [-2, -1, 1, 2].some((step) => target[at + step]?.kind === 'number');

/** How often it stands in the unit's source. */
function timesOf({ from, number }: Exchange, old: readonly WrittenToken[], language: Language) {
  if (!number) return placesOf(from, old).length;
  return old
    .filter((token) => token.kind === 'number')
    .flatMap((token) => partsOfRow(token.key))
    .filter((part) => saysSame(part, language, from, language)).length;
}

function placesOf(name: string, tokens: readonly WrittenToken[]): number[] {
  const wanted = writtenTokens(name);
  return [...tokens.keys()].filter((at) =>
    wanted.every((token, step) => token.text === tokens[at + step]?.text),
  );
}
