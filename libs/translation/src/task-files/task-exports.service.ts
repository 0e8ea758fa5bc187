import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { edition as readEdition, readableEdition, type Edition } from '@desk/articles';
import type { MemoryMatch, TaskFormat } from '@desk/contracts';
import { Refused } from '@desk/errors';
import type { Person } from '@desk/people';
import {
  writeOmegatTmx,
  writeTmx,
  writeXliff1,
  writeXliff2,
  type ExchangeFile,
} from '../exchange/index.js';
import { TermLookup } from '../glossary/index.js';
import { MemoryLookUp } from '../memory/index.js';
import type { StoredSegment } from '../segment.js';
import { preparedRevision, segmentsOf } from '../segments.queries.js';
import { plainText } from '../segments/index.js';
import { taskFile } from './task-file.js';

/** Texts less alike than this help nobody. */
const LEAST_EXPORTED = 60;

const writers = {
  'xliff-1.2': { write: writeXliff1, suffix: 'xlf', type: 'application/x-xliff+xml' },
  'xliff-2.1': { write: writeXliff2, suffix: 'xlf', type: 'application/xliff+xml' },
  tmx: { write: writeTmx, suffix: 'tmx', type: 'application/x-tmx+xml' },
  'tmx-omegat': { write: writeOmegatTmx, suffix: 'tmx', type: 'application/x-tmx+xml' },
} as const;

/** A file to be worked on elsewhere. */
export interface TaskExport {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** A translation's task as a file for translation tools. */
@Injectable()
export class TaskExports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly terms: TermLookup,
    private readonly memory: MemoryLookUp,
  ) {}

  /** @throws Refused `translation.not_prepared` for a source, or before its segments are there */
  async write(person: Person, editionId: string, format: TaskFormat): Promise<TaskExport> {
    const edition = await readEdition(this.dataSource, editionId);
    readableEdition(person, edition);
    const revision = await preparedRevision(this.dataSource, editionId);
    if (revision === null) throw new Refused('translation.not_prepared');
    const segments = await segmentsOf(this.dataSource, editionId, revision);
    const find = await this.terms.finder();
    const { sourceLanguage, language } = edition;
    const about = {
      original: editionId,
      revision,
      sourceLanguage,
      targetLanguage: language,
    };
    const matches = await this.matchesOf(segments, edition);
    const file = taskFile(
      about,
      segments,
      ({ source }) => find(plainText(source), sourceLanguage, language),
      ({ id }) => matches.get(id) ?? [],
    );
    const { write, suffix, type } = writers[format];
    return {
      name: `${editionId}.${sourceLanguage}-${language}.${suffix}`,
      type,
      content: [...write(format.startsWith('tmx') ? confirmedOf(file) : file)].join(''),
    };
  }

  /** What the memory has for segments that nobody has confirmed yet. */
  private async matchesOf(
    segments: readonly StoredSegment[],
    { sourceLanguage: from, language: to, sectionId }: Edition,
  ): Promise<Map<string, readonly MemoryMatch[]>> {
    const open = segments.filter(({ status }) => status !== 'confirmed');
    const texts = open.map(({ source }) => source);
    const wanted = { from, to, sectionId, limit: 3, least: LEAST_EXPORTED };
    const found = await this.memory.find(this.dataSource, texts, wanted);
    return new Map(open.map(({ id }, at) => [id, found[at] ?? []]));
  }
}

/** A memory holds what a person has confirmed, and nothing else. */
const confirmedOf = (file: ExchangeFile): ExchangeFile => ({
  ...file,
  units: file.units.filter(({ state }) => state === 'confirmed'),
});
