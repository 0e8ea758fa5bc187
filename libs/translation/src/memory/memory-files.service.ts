import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ImportProblem, MemoryFileImport, MemoryUnit } from '@desk/contracts';
import { Invalid } from '@desk/errors';
import { visibleSections, type Person } from '@desk/people';
import type { Language } from '@desk/languages';
import {
  detectFormat,
  readGently,
  readTmx,
  writeTmx,
  type ExchangeUnit,
  type MemoryEntry,
} from '../exchange/index.js';
import { codeTokens } from '../segments/index.js';
import { MemoryImports } from './memory-imports.service.js';
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
    private readonly imports: MemoryImports,
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
   * taken; a dry run says what would be read.
   * @throws Invalid `exchange.format_not_of_memory`, and ExchangeRefused
   */
  async take(
    person: Person,
    bytes: Uint8Array,
    { dryRun, ...about }: MemoryPair & { readonly name: string; readonly dryRun: boolean },
  ): Promise<UntoldMemoryImport> {
    mayUseMemory(person, 'memory.manage');
    const format = detectFormat(bytes);
    if (format !== 'tmx') throw new Invalid('exchange.format_not_of_memory', { format });
    const read = await readGently(readTmx(bytes), () => setImmediate());
    const units = read.file.entries.flatMap((entry) => pairIn(entry, about));
    const problems = read.problems.map(({ code, line, column, unit, facts }) => ({
      ...{ code, line, column, unit },
      params: { ...facts },
    }));
    const other = read.file.entries.length - units.length;
    if (dryRun || units.length === 0) {
      return { dryRun, read: units.length, other, problems, import: null };
    }
    const taken = await this.imports.add(person, { ...about, sectionId: null, tags: [], units });
    return { dryRun, read: units.length, other, problems, import: taken };
  }
}

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
