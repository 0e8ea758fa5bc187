import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  MAX_SENTENCE_EXCEPTIONS,
  type SentenceException,
  type SentenceExceptionDraft,
} from '@desk/contracts';
import { firstRow, newId } from '@desk/database';
import { Missing, NotAllowed, Refused } from '@desk/errors';
import { sentenceRulesSrx } from '@desk/languages';
import { Commands, record } from '@desk/ledger';
import { can, type Permission, type Person } from '@desk/people';
import { allSentenceExceptions, sentenceExceptions } from './sentence-exceptions.queries.js';

/**
 * The newsroom's own abbreviations, with which no sentence ends. They hold for sources that are
 * prepared from now on: what translators have begun keeps its segments.
 */
@Injectable()
export class SentenceRules {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  async all(person: Person): Promise<SentenceException[]> {
    may(person, 'sentence_rules.read');
    return allSentenceExceptions(this.dataSource);
  }

  /** @throws Refused `sentence_rules.exists`, `sentence_rules.too_many` */
  async add(person: Person, draft: SentenceExceptionDraft): Promise<SentenceException> {
    may(person, 'sentence_rules.manage');
    const { language } = draft;
    const text = draft.abbreviation.replace(/(?<=.)\.$/u, '');
    return this.commands.run(async (tx, at) => {
      const id = newId();
      await tx.query(
        `INSERT IGNORE INTO sentence_exception (id, language, text, created_by, created_at)
         VALUES (?, ?, ?, ?, ?)`,
        [id, language, text, person.id, at],
      );
      const texts = await sentenceExceptions(tx, language);
      if (texts.length > MAX_SENTENCE_EXCEPTIONS) {
        throw new Refused('sentence_rules.too_many', { max: MAX_SENTENCE_EXCEPTIONS });
      }
      const added = (await allSentenceExceptions(tx)).find((one) => one.id === id);
      if (!added) throw new Refused('sentence_rules.exists', { language, text });
      await record(
        tx,
        at,
        person.id,
        'sentence_rules.added',
        { subjectId: id },
        { language, text },
      );
      return added;
    });
  }

  /** @throws Missing `sentence_rules.missing` */
  async remove(person: Person, id: string): Promise<void> {
    may(person, 'sentence_rules.manage');
    await this.commands.run(async (tx, at) => {
      const found = await firstRow(
        tx,
        z.object({ language: z.string(), text: z.string() }),
        'SELECT language, text FROM sentence_exception WHERE id = ? FOR UPDATE',
        [id],
      );
      if (!found) throw new Missing('sentence_rules.missing', { id });
      await tx.query('DELETE FROM sentence_exception WHERE id = ?', [id]);
      await record(tx, at, person.id, 'sentence_rules.removed', { subjectId: id }, found);
    });
  }

  /** All rules of the three languages, the newsroom's own abbreviations among them, as SRX 2.0. */
  async srx(person: Person): Promise<string> {
    may(person, 'sentence_rules.read');
    const all = await allSentenceExceptions(this.dataSource);
    const of = (language: string) =>
      all.filter((one) => one.language === language).map(({ abbreviation }) => abbreviation);
    return sentenceRulesSrx({ vi: of('vi'), en: of('en'), km: of('km') });
  }
}

function may(person: Person, permission: Extract<Permission, `sentence_rules.${string}`>): void {
  if (!can(person, permission)) throw new NotAllowed('permission.denied', { permission });
}
