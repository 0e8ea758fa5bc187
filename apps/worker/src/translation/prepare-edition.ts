import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { editionsOf, section as readSection } from '@desk/articles';
import { languageSchema } from '@desk/languages';
import { record, saying, type Entry } from '@desk/ledger';
import { Tasks } from '@desk/tasks';
import { Preparation } from '@desk/translation';
import type { LedgerJobHandler } from '../jobs/ledger-job.runner.js';

/**
 * The child of the flow for one language: segments and memory matches of the approved source,
 * and the translator's task, in one transaction (guarantee D: one task, complete with its
 * segments). A source that was approved again meanwhile asks for nothing any more, nor does
 * one of which only typos were mended, where the translation is whole.
 */
@Injectable()
export class PrepareEdition implements LedgerJobHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly preparation: Preparation,
    private readonly tasks: Tasks,
  ) {}

  async ready({ articleId }: Entry, part: string): Promise<void> {
    if (!articleId) return;
    const [source] = await editionsOf(this.dataSource, articleId);
    if (source) await this.preparation.ready(source.sourceLanguage, languageSchema.parse(part));
  }

  async handle(tx: EntityManager, at: Date, entry: Entry, part: string): Promise<void> {
    const approved = saying('edition.approved', entry);
    const { articleId, revisionId: sourceRevisionId } = entry;
    if (!approved || !articleId || !sourceRevisionId) return;
    const language = languageSchema.parse(part);
    const of = { articleId, sourceRevisionId, language };
    const prepared = await this.preparation.prepareEdition(tx, at, of);
    if (prepared.superseded) return;
    const [source] = await editionsOf(tx, articleId);
    if (!source) return;
    const { policy } = await readSection(tx, source.sectionId);
    const subject = {
      sectionId: source.sectionId,
      articleId,
      editionId: prepared.editionId,
      language,
    };
    await record(tx, at, null, 'translation.prepared', subject, {
      sourceRevisionId,
      segments: prepared.segments,
      fromMemory: prepared.fromMemory,
    });
    if (prepared.stands) return;
    await this.tasks.openTask(tx, at, {
      kind: 'translate',
      articleId,
      editionId: prepared.editionId,
      sectionId: source.sectionId,
      sourceLanguage: source.language,
      language,
      revisionId: sourceRevisionId,
      priority: approved.urgent ? 'urgent' : 'normal',
      workingDays: policy.workingDays.translate,
      onceKey: `translate-${sourceRevisionId}-${language}`,
    });
  }
}
