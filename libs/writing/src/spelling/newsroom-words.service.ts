import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { MAX_SPELLING_WORDS, type SpellingWord, type SpellingWordDraft } from '@desk/contracts';
import { firstRow, newId } from '@desk/database';
import { Missing, NotAllowed, Refused } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import { can, type Permission, type Person } from '@desk/people';
import { allWordsOfNewsroom } from './newsroom-words.queries.js';

/** Words that are right here and in no dictionary. They are kept as the glossary is. */
@Injectable()
export class NewsroomWords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  async all(person: Person): Promise<SpellingWord[]> {
    may(person, 'glossary.read');
    return allWordsOfNewsroom(this.dataSource);
  }

  /** @throws Refused `spelling.exists`, `spelling.too_many` */
  async add(person: Person, draft: SpellingWordDraft): Promise<SpellingWord> {
    may(person, 'glossary.manage');
    const { language } = draft;
    const text = draft.word.toLowerCase();
    return this.commands.run(async (tx, at) => {
      const id = newId();
      await tx.query(
        `INSERT IGNORE INTO spelling_word (id, language, text, created_by, created_at)
         VALUES (?, ?, ?, ?, ?)`,
        [id, language, text, person.id, at],
      );
      const words = await allWordsOfNewsroom(tx);
      if (words.filter((one) => one.language === language).length > MAX_SPELLING_WORDS) {
        throw new Refused('spelling.too_many', { max: MAX_SPELLING_WORDS });
      }
      const added = words.find((one) => one.id === id);
      if (!added) throw new Refused('spelling.exists', { text });
      await record(tx, at, person.id, 'spelling.word_added', { subjectId: id }, { language, text });
      return added;
    });
  }

  /** @throws Missing `spelling.missing` */
  async remove(person: Person, id: string): Promise<void> {
    may(person, 'glossary.manage');
    await this.commands.run(async (tx, at) => {
      const found = await firstRow(
        tx,
        z.object({ language: z.string(), text: z.string() }),
        'SELECT language, text FROM spelling_word WHERE id = ? FOR UPDATE',
        [id],
      );
      if (!found) throw new Missing('spelling.missing', { id });
      await tx.query('DELETE FROM spelling_word WHERE id = ?', [id]);
      await record(tx, at, person.id, 'spelling.word_removed', { subjectId: id }, found);
    });
  }
}

function may(person: Person, permission: Extract<Permission, `glossary.${string}`>): void {
  if (!can(person, permission)) throw new NotAllowed('permission.denied', { permission });
}
