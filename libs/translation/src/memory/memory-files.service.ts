import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  importProblemSchema,
  memoryFileImportSchema,
  type ImportProblem,
  type MemoryFileImport,
  type MemoryImport,
  type MemoryImportDraft,
  type MemoryUnit,
} from '@desk/contracts';
import { newId } from '@desk/database';
import { Invalid, Missing } from '@desk/errors';
import { Commands } from '@desk/ledger';
import { visibleSections, type Person } from '@desk/people';
import { languageSchema, type Language } from '@desk/languages';
import {
  detectFormat,
  piecesIn,
  readGently,
  readTmx,
  writeTmx,
  type ExchangeUnit,
  type MemoryEntry,
  type MemoryReading,
} from '../exchange/index.js';
import {
  fileReading,
  filePieces,
  keepFile,
  type FileReading,
} from '../file-readings/file-readings.queries.js';
import { AT_ONCE_BYTES, type Progress, type ReadFile } from '../file-readings/reading.js';
import { problemOf } from '../file-readings/refusal.js';
import { codeTokens } from '../segments/index.js';
import { addImport } from './memory-imports.service.js';
import { memoryUnitPage } from './memory-unit.queries.js';
import { mayUseMemory } from './memory.policy.js';

const UNITS_AT_ONCE = 500;

export interface MemoryPair {
  readonly sourceLanguage: Language;
  readonly targetLanguage: Language;
}

/** An import whose problems have not been put into words yet. */
export type UntoldMemoryImport = Omit<MemoryFileImport, 'problems'> & {
  readonly problems: readonly Omit<ImportProblem, 'message'>[];
};

/** The memory of a pair of languages as TMX, and units from TMX files of other tools. */
@Injectable()
export class MemoryFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /** All units of the pair that the person may see. */
  async write(person: Person, pair: MemoryPair): Promise<{ name: string; content: string }> {
    mayUseMemory(person, 'memory.read');
    const units: ExchangeUnit[] = [];
    let cursor: string | undefined;
    do {
      const query = { ...pair, limit: UNITS_AT_ONCE, cursor };
      const page = await memoryUnitPage(this.dataSource, query, visibleSections(person));
      units.push(...page.items.map(unitOf));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const file = { original: 'memory', revision: '', ...pair, units };
    const name = `memory.${pair.sourceLanguage}-${pair.targetLanguage}.tmx`;
    return { name, content: [...writeTmx(file)].join('') };
  }

  /**
   * Adds what the memory does not have. Entries that lack one of the languages are counted, not
   * taken; a dry run says what would be read. A large file is left to the worker.
   * @throws Invalid `exchange.format_not_of_memory`, and ExchangeRefused
   */
  async take(person: Person, bytes: Uint8Array, about: AboutFile): Promise<UntoldMemoryImport> {
    mayUseMemory(person, 'memory.manage');
    const format = detectFormat(bytes);
    if (format !== 'tmx') throw new Invalid('exchange.format_not_of_memory', { format });
    if (bytes.length > AT_ONCE_BYTES) return this.leave(person, bytes, about);
    const read = unitsIn(await readGently(readTmx(bytes), () => setImmediate()), about);
    const { dryRun } = about;
    if (dryRun || read.units.length === 0) return takenFrom(read, dryRun, null);
    return this.commands.run(async (tx, at) =>
      takenFrom(read, dryRun, await addImport(tx, at, person, draftOf(read, about))),
    );
  }

  /** Reads a file that was left to the worker; its units come with the transaction's end. */
  async readLarge(
    person: Person,
    { about }: FileReading,
    bytes: Uint8Array,
    progress: Progress,
  ): Promise<ReadFile> {
    mayUseMemory(person, 'memory.manage');
    const told = aboutFile.parse(about);
    const all = piecesIn(bytes);
    const pause = (pieces: number) => progress((pieces / all) * READING_SHARE);
    const read = unitsIn(await readGently(readTmx(bytes), pause), told);
    const writing = (share: number) => progress(READING_SHARE + share * (1 - READING_SHARE));
    return async (tx, at) =>
      told.dryRun || read.units.length === 0
        ? takenFrom(read, told.dryRun, null)
        : takenFrom(read, false, await addImport(tx, at, person, draftOf(read, told), writing));
  }

  /**
   * How far the reading of a large file is, and what came of it.
   * @throws Missing `exchange.import_missing`
   */
  async reading(person: Person, id: string): Promise<UntoldMemoryImport> {
    mayUseMemory(person, 'memory.manage');
    const file = await fileReading(this.dataSource, id);
    if (file?.kind !== 'memory') throw new Missing('exchange.import_missing', { id });
    const { percent } = file;
    if (file.state === 'read') return { ...outcomeSchema.parse(file.outcome), id };
    const problems = file.state === 'refused' ? [problemOf(file.outcome)] : [];
    const state = file.state === 'refused' ? 'refused' : 'reading';
    const { dryRun } = aboutFile.parse(file.about);
    return { ...{ id, state, percent, dryRun, problems }, read: 0, other: 0, import: null };
  }

  private async leave(
    person: Person,
    bytes: Uint8Array,
    about: AboutFile,
  ): Promise<UntoldMemoryImport> {
    const pieces = await filePieces(bytes);
    return this.commands.run(async (tx, createdAt) => {
      const file = { id: newId(), editionId: null, about, createdAt, createdBy: person.id };
      await keepFile(tx, { ...file, kind: 'memory' }, pieces);
      const begun = { id: file.id, state: 'reading', percent: 0 } as const;
      return { ...begun, dryRun: about.dryRun, read: 0, other: 0, problems: [], import: null };
    });
  }
}

/** Writing units takes longer than reading them. */
const READING_SHARE = 0.3;

const aboutFile = z.object({
  name: z.string(),
  sourceLanguage: languageSchema,
  targetLanguage: languageSchema,
  dryRun: z.boolean(),
});
type AboutFile = z.infer<typeof aboutFile>;

const outcomeSchema = memoryFileImportSchema.extend({
  problems: z.array(importProblemSchema.omit({ message: true })),
});

interface ReadUnits {
  readonly units: readonly { readonly source: string; readonly target: string }[];
  readonly other: number;
  readonly problems: UntoldMemoryImport['problems'];
}

function unitsIn({ file, problems }: MemoryReading, pair: MemoryPair): ReadUnits {
  const units = file.entries.flatMap((entry) => pairIn(entry, pair));
  const told = problems.map(({ code, line, column, unit, facts }) => ({
    ...{ code, line, column, unit },
    params: { ...facts },
  }));
  return { units, other: file.entries.length - units.length, problems: told };
}

const draftOf = (
  { units }: ReadUnits,
  { name, sourceLanguage, targetLanguage }: AboutFile,
): MemoryImportDraft => ({
  ...{ name, sourceLanguage, targetLanguage, sectionId: null, tags: [] },
  units: [...units],
});

const takenFrom = (
  { units, other, problems }: ReadUnits,
  dryRun: boolean,
  taken: MemoryImport | null,
): UntoldMemoryImport => ({
  ...{ id: null, state: 'read', percent: 100 },
  ...{ dryRun, read: units.length, other, problems, import: taken },
});

/** `vi-VN` in a file is our `vi`. */
const textIn = ({ texts }: MemoryEntry, wanted: Language): string | undefined =>
  texts.find(({ language }) => language.toLowerCase().split(/[-_]/)[0] === wanted)?.text;

function pairIn(entry: MemoryEntry, { sourceLanguage, targetLanguage }: MemoryPair) {
  const [source, target] = [textIn(entry, sourceLanguage), textIn(entry, targetLanguage)];
  return source && target ? [{ source, target }] : [];
}

function unitOf({ id, source, target }: MemoryUnit): ExchangeUnit {
  const codes = codeTokens(source).flatMap((token) =>
    token.type === 'open' || token.type === 'lone'
      ? [{ id: token.id, kind: 'other' as const, start: '', end: '' }]
      : [],
  );
  return {
    ...{ id, version: null, kind: '', source, target, state: 'reviewed', translatable: true },
    ...{ codes, notes: [], matches: [], terms: [] },
  };
}
