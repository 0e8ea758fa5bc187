import type { Language } from '@desk/languages';
import type { CheckedPair } from './checked-pair.js';
import { documentNumbersIn } from './document-numbers.js';
import type { Remark } from './finding.js';
import { linksIn } from './links.js';
import { matchQuantities, type Unmatched } from './quantities/match-quantities.js';
import { foldDigits } from './quantities/fold-digits.js';
import { numberOfAnotherFormat, separatorsExchanged } from './quantities/number-format.js';
import { quantitiesIn } from './quantities/quantities.js';
import type { Quantity } from './quantities/quantity.js';

/** Numbers by value in any format or script, dates, times, and the units that stand with them. */
export function checkQuantities(pair: CheckedPair): Remark[] {
  const source = quantitiesOf(pair.from.text, pair.sourceLanguage);
  const target = quantitiesOf(pair.to.text, pair.targetLanguage);
  const dates = changedDates(source, target);
  const left = (all: readonly Quantity[], seen: readonly Quantity[]) =>
    seen.length === 0 ? all : all.filter((one) => !seen.includes(one));
  const { pairs, missing, invented } = matchQuantities(
    left(
      source,
      dates.map((one) => one.source),
    ),
    left(
      target,
      dates.map((one) => one.target),
    ),
  );
  return [
    ...dates.map(({ source: from, target: to }) => ({
      ...changed(from, to),
      check: 'dates' as const,
      key: isSwapped(from, to) ? 'order' : 'changed',
    })),
    ...amiss(missing, invented, source),
    ...pairs.flatMap(({ source: from, target: to }) => otherUnit(from, to)),
    ...pairs.flatMap(({ source: from, target: to }) => otherFormat(from, to, pair.targetLanguage)),
  ];
}

const quantitiesOf = (text: string, language: Language): Quantity[] =>
  quantitiesIn(text, language, [...linksIn(text), ...documentNumbersIn(text)]);

/** Full dates of both sides that find no equal: what is left over in the same order belongs together. */
function changedDates(source: readonly Quantity[], target: readonly Quantity[]) {
  const full = (all: readonly Quantity[], others: readonly Quantity[]) =>
    all.filter((one) => one.calendar && !others.some((other) => other.keys[0] === one.keys[0]));
  const from = full(source, target);
  const to = full(target, source);
  if (from.length !== to.length) return [];
  return from.flatMap((one, index) => {
    const other = to[index];
    return other ? [{ source: one, target: other }] : [];
  });
}

const isSwapped = ({ calendar: one }: Quantity, { calendar: other }: Quantity): boolean =>
  one?.day === other?.month && one?.month === other?.day && one?.year === other?.year;

const changed = (source: Quantity, target: Quantity) => ({
  side: 'target' as const,
  start: target.start,
  end: target.end,
  params: { source: source.text.trim(), target: target.text.trim() },
});

/** As many missing as invented are told as changes, in their order. */
function amiss(
  missing: readonly Unmatched[],
  invented: readonly Unmatched[],
  source: readonly Quantity[],
): Remark[] {
  const lost = wholes(missing);
  const added = wholes(invented);
  if (lost.length === added.length) {
    return lost.flatMap((source, index) => {
      const target = added[index];
      if (!target) return [];
      const check = source.kind === 'date' && target.kind === 'date' ? 'dates' : 'numbers';
      return [{ ...changed(source, target), check, key: 'changed' } satisfies Remark];
    });
  }
  const say =
    (side: 'source' | 'target', key: string) =>
    (one: Quantity): Remark => ({
      check: one.kind === 'date' ? 'dates' : 'numbers',
      side,
      start: one.start,
      end: one.end,
      key,
      params: { text: one.text.trim() },
    });
  // What the source says once may well be said twice.
  const known = new Set(source.flatMap(({ keys }) => keys));
  const again = (one: Quantity): boolean => one.keys.some((key) => known.has(key));
  return [
    ...lost.map(say('source', 'missing')),
    ...added.map((one) => ({
      ...say('target', 'invented')(one),
      ...(again(one) ? { doubtful: true } : {}),
    })),
  ];
}

const wholes = (all: readonly Unmatched[]): Quantity[] => [
  ...new Set(all.map(({ whole }) => whole)),
];

function otherUnit(source: Quantity, target: Quantity): Remark[] {
  if (!source.unit || !target.unit || source.unit.name === target.unit.name) return [];
  const params = {
    number: target.text.trim(),
    source: source.unit.text,
    target: target.unit.text,
  };
  return [{ ...changed(source, target), check: 'units', key: 'changed', params }];
}

/** A number in the format of another language: right by value, so no more than a note. */
function otherFormat(source: Quantity, target: Quantity, language: Language): Remark[] {
  const shared = { ...target, keys: target.keys.filter((key) => source.keys.includes(key)) };
  const place = numberOfAnotherFormat(foldDigits(target.text), shared, language);
  if (target.kind !== 'number' || !place) return [];
  const start = target.start + place.at;
  const end = start + place.length;
  const written = target.text.slice(place.at, place.at + place.length);
  const text = separatorsExchanged(written);
  return [
    {
      check: 'numbers',
      side: 'target',
      start,
      end,
      key: 'format',
      params: { target: written, right: text },
      doubtful: true,
      fix: { start, end, text },
    },
  ];
}
