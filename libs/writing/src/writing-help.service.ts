import { createHash } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  aboutEdition,
  edition as readEdition,
  readableEdition,
  section,
  type Edition,
} from '@desk/articles';
import {
  tonePlaceSchema,
  type WritingFinding,
  type WritingIgnore,
  type WritingLine,
  type WritingReport,
} from '@desk/contracts';
import { rows } from '@desk/database';
import { NotAllowed } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import { can, type Person } from '@desk/people';
import { checkWriting } from './check-writing.js';
import { wordsOfNewsroom } from './spelling/newsroom-words.queries.js';
import { Speller } from './spelling/speller.js';
import type { TonePlace } from './tone-place.js';

/** Looks after texts while they are written; owns what was ignored, and the sections' tones. */
@Injectable()
export class WritingHelp implements OnModuleDestroy {
  private readonly speller = new Speller();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await this.speller.close();
  }

  /** What can be said of these lines of an edition, as they are being written. */
  async check(person: Person, editionId: string, lines: WritingLine[]): Promise<WritingReport> {
    const edition = await readEdition(this.dataSource, editionId);
    readableEdition(person, edition);
    mayWrite(person, edition);
    const { language } = edition;
    const tonePlace = await this.tonePlace(edition.sectionId);
    const ownWords = await wordsOfNewsroom(this.dataSource, language);
    const rules = { language, tonePlace, ownWords };
    const { findings, spelling } = await checkWriting(lines, rules, this.speller);
    const ignored = await this.ignoredIn(editionId);
    const items = findings.filter((one) => !ignored.has(keyOf(one)));
    return { items, ignored: findings.length - items.length, spelling, tonePlace };
  }

  /** A finding of an edition does not come again, or comes again. */
  async ignore(person: Person, editionId: string, said: WritingIgnore): Promise<void> {
    const edition = await readEdition(this.dataSource, editionId);
    readableEdition(person, edition);
    mayWrite(person, edition);
    const key = [editionId, said.kind, hashOf(said.words)];
    await this.commands.run(async (tx, at) => {
      if (said.ignored) {
        await tx.query(
          `INSERT IGNORE INTO writing_ignore (edition_id, kind, words_hash, ignored_by, ignored_at)
           VALUES (?, ?, ?, ?, ?)`,
          [...key, person.id, at],
        );
      } else {
        await tx.query(
          'DELETE FROM writing_ignore WHERE edition_id = ? AND kind = ? AND words_hash = ?',
          key,
        );
      }
    });
  }

  /** Where a section's tones stand from now on; null: in either place. */
  async placeTones(person: Person, sectionId: string, place: TonePlace | null): Promise<void> {
    if (!can(person, 'section.manage')) {
      throw new NotAllowed('permission.denied', { permission: 'section.manage' });
    }
    await this.commands.run(async (tx, at) => {
      await section(tx, sectionId);
      await tx.query('DELETE FROM section_tone_place WHERE section_id = ?', [sectionId]);
      if (place) {
        await tx.query(
          'INSERT INTO section_tone_place (section_id, place, changed_at) VALUES (?, ?, ?)',
          [sectionId, place, at],
        );
      }
      await record(tx, at, person.id, 'section.changed', { sectionId }, { fields: ['tonePlace'] });
    });
  }

  private async tonePlace(sectionId: string): Promise<TonePlace | null> {
    const found = await rows(
      this.dataSource,
      z.object({ place: tonePlaceSchema }),
      'SELECT place FROM section_tone_place WHERE section_id = ?',
      [sectionId],
    );
    return found[0]?.place ?? null;
  }

  private async ignoredIn(editionId: string): Promise<ReadonlySet<string>> {
    const found = await rows(
      this.dataSource,
      z.object({ key: z.string() }),
      `SELECT CONCAT(kind, ' ', LOWER(HEX(words_hash))) AS \`key\`
       FROM writing_ignore WHERE edition_id = ?`,
      [editionId],
    );
    return new Set(found.map(({ key }) => key));
  }
}

/** Who may not write a text needs no help with it. */
function mayWrite(person: Person, edition: Edition): void {
  if (can(person, 'edition.write', aboutEdition(edition))) return;
  throw new NotAllowed('permission.denied', { permission: 'edition.write' });
}

const hashOf = (words: string): Buffer =>
  createHash('sha256').update(words.normalize('NFC')).digest();
const keyOf = ({ kind, words }: WritingFinding): string =>
  `${kind} ${hashOf(words).toString('hex')}`;
