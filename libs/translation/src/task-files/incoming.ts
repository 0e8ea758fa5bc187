import { Invalid } from '@desk/errors';
import { cleanText, type Language } from '@desk/languages';
import {
  detectFormat,
  type ExchangeFormat,
  type ExchangeProblem,
  type MemoryEntry,
  type MemoryReading,
  readTmx,
  readXliff1,
  readXliff2,
  type ReadResult,
  type ReadUnit,
} from '../exchange/index.js';

const MAX_TARGET = 20_000;

/** What a file says of one sentence. */
export interface IncomingUnit {
  readonly unit: string;
  readonly line: number;
  readonly version: number | null;
  readonly source: string;
  readonly target: string;
  readonly status: 'untranslated' | 'draft' | 'confirmed';
}

export interface Incoming {
  readonly format: ExchangeFormat;
  readonly units: readonly IncomingUnit[];
  readonly problems: readonly ExchangeProblem[];
}

interface Wanted {
  readonly editionId: string;
  readonly sourceLanguage: Language;
  readonly language: Language;
}

type TaskFileFormat = Extract<ExchangeFormat, 'xliff-1.2' | 'xliff-2.1' | 'tmx'>;

/** @throws Invalid `exchange.format_not_of_task`, and ExchangeRefused for what is no such file */
export function taskFileFormat(bytes: Uint8Array): TaskFileFormat {
  const format = detectFormat(bytes);
  if (format !== 'xliff-1.2' && format !== 'xliff-2.1' && format !== 'tmx') {
    throw new Invalid('exchange.format_not_of_task', { format });
  }
  return format;
}

/**
 * Reads what came back of a task, whatever its format, a piece at a time.
 * @throws Invalid `exchange.format_not_of_task`, and ExchangeRefused for what cannot be read
 */
export function* readIncoming(bytes: Uint8Array, wanted: Wanted): Generator<void, Incoming> {
  const format = taskFileFormat(bytes);
  switch (format) {
    case 'xliff-1.2':
      return { format, ...fromUnits(yield* readXliff1(bytes), wanted) };
    case 'xliff-2.1':
      return { format, ...fromUnits(yield* readXliff2(bytes), wanted) };
    case 'tmx':
      return { format, ...fromMemory(yield* readTmx(bytes), wanted) };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isIn = (tag: string, language: Language): boolean =>
  tag.toLowerCase() === language || tag.toLowerCase().startsWith(`${language}-`);

function fromUnits({ file, problems }: ReadResult, wanted: Wanted): Omit<Incoming, 'format'> {
  const found: ExchangeProblem[] = [];
  const whole = (code: ExchangeProblem['code'], facts: ExchangeProblem['facts']) =>
    found.push({ code, line: 1, column: 1, unit: null, facts });
  const { sourceLanguage, targetLanguage, original } = file;
  const target = targetLanguage === '' || isIn(targetLanguage, wanted.language);
  if (!isIn(sourceLanguage, wanted.sourceLanguage) || !target) {
    whole('exchange.wrong_languages', {
      found: `${sourceLanguage} → ${targetLanguage}`,
      wanted: `${wanted.sourceLanguage} → ${wanted.language}`,
    });
  }
  if (UUID.test(original) && original !== wanted.editionId) whole('exchange.wrong_edition', {});
  const units = file.units.flatMap((unit) => {
    const { state, ...text } = unit;
    const status = state === 'reviewed' ? 'confirmed' : state;
    return cleanUnit({ ...text, unit: unit.id, status }, found);
  });
  return { units, problems: [...problems, ...found] };
}

/** Of a memory, the entries that have both languages. */
function fromMemory({ file, problems }: MemoryReading, wanted: Wanted): Omit<Incoming, 'format'> {
  const found: ExchangeProblem[] = [];
  const units = file.entries.flatMap((entry) => {
    const text = (language: Language) =>
      entry.texts.find((one) => isIn(one.language, language))?.text;
    const [source, target] = [text(wanted.sourceLanguage), text(wanted.language)];
    if (source === undefined || target === undefined) return [];
    const status = stateOf(entry);
    return cleanUnit(
      { unit: entry.id, line: entry.line, version: null, source, target, status },
      found,
    );
  });
  if (units.length === 0 && file.entries.length > 0) {
    const languages = file.entries[0]?.texts.map(({ language }) => language) ?? [];
    found.push({
      code: 'exchange.wrong_languages',
      line: 1,
      column: 1,
      unit: null,
      facts: {
        found: languages.join(', '),
        wanted: `${wanted.sourceLanguage} → ${wanted.language}`,
      },
    });
  }
  return { units, problems: [...problems, ...found] };
}

function stateOf({ properties }: MemoryEntry): 'draft' | 'confirmed' {
  const state = properties.find(({ type }) => type === 'x-state')?.value;
  return state === 'confirmed' || state === 'reviewed' ? 'confirmed' : 'draft';
}

type Raw = Pick<ReadUnit, 'line' | 'version' | 'source' | 'target'> &
  Pick<IncomingUnit, 'unit' | 'status'>;

function cleanUnit(raw: Raw, problems: ExchangeProblem[]): IncomingUnit[] {
  const { unit, line, version, source, status } = raw;
  const refuse = (code: ExchangeProblem['code'], facts: ExchangeProblem['facts']): [] => {
    problems.push({ code, line, column: 1, unit, facts });
    return [];
  };
  try {
    const target = cleanText(raw.target).trim();
    if (target.length > MAX_TARGET) return refuse('exchange.text_too_long', { max: MAX_TARGET });
    const said = target === '' ? 'untranslated' : status;
    return [{ unit, line, version, source, target, status: said }];
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return refuse('exchange.text_unclean', error.facts);
  }
}
