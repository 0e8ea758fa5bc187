import { parseBody, WorkingCopies, type Edition, type Said } from '@desk/articles';
import type { SignOffPolicy } from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Person } from '@desk/people';
import {
  EnginesModule,
  Preparation,
  Segments,
  TranslationModule,
  type EngineSettings,
  type Prepared,
  type StoredSegment,
} from '@desk/translation';
import { DeskNewsroom } from './desk-newsroom.js';

/** What a source says: its title, and its paragraphs. */
export interface SourceText {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A newsroom that translates, with a database of its own; no queues, no HTTP. */
export class TranslatingNewsroom {
  private constructor(readonly desk: DeskNewsroom) {}

  /** `engine`: one that suggests translations; none unless given. */
  static async open(engine: EngineSettings | null = null): Promise<TranslatingNewsroom> {
    const more = [EnginesModule.forRoot(engine), TranslationModule] as const;
    return new TranslatingNewsroom(await DeskNewsroom.open(...more));
  }

  close = (): Promise<void> => this.desk.close();

  get segments(): Segments {
    return this.desk.get(Segments);
  }

  /** An article of which the source is approved. */
  async source(text: SourceText, policy: Partial<SignOffPolicy> = {}): Promise<Edition> {
    const { id } = await this.desk.draft(await this.desk.section(policy));
    return this.approved(id, text);
  }

  /** The source says something else, and that is approved too. */
  async changed(sourceId: string, text: SourceText, said: Said = {}): Promise<Edition> {
    await this.desk.act(await this.desk.writer(), sourceId, 'recall');
    return this.approved(sourceId, text, said);
  }

  private async approved(
    id: string,
    { title, paragraphs }: SourceText,
    said: Said = {},
  ): Promise<Edition> {
    const { version } = await this.desk.edition(id);
    const content = paragraphs.map((words) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: words }],
    }));
    await this.desk.get(WorkingCopies).save(await this.desk.writer(), id, version, {
      title,
      summary: '',
      body: parseBody({ type: 'doc', content }),
      slug: '',
      seo: { title: '', description: '' },
    });
    await this.desk.act(await this.desk.writer(), id, 'submit', said);
    return this.desk.sign(await this.desk.approver(), id);
  }

  /** Makes the translation of a source's approved revision ready to be worked on. */
  prepare(source: Edition, language: Language): Promise<Prepared> {
    const { articleId, approvedRevisionId } = source;
    const of = { articleId, sourceRevisionId: approvedRevisionId ?? '', language };
    return this.desk.inTransaction((tx, at) =>
      this.desk.get(Preparation).prepareEdition(tx, at, of),
    );
  }

  /** The segments as the translator finds them now. */
  async sheet(editionId: string): Promise<readonly StoredSegment[]> {
    return (await this.segments.sheet(await this.desk.translator(), editionId)).items;
  }

  /** Confirms every segment that is not, with what `translation` says of its source. */
  async translate(
    editionId: string,
    translation: (source: string) => string,
    by?: Person,
  ): Promise<void> {
    const person = by ?? (await this.desk.translator());
    for (const { id, version, source, status } of await this.sheet(editionId)) {
      if (status === 'confirmed') continue;
      const text = { target: translation(source), status: 'confirmed' } as const;
      await this.segments.save(person, id, version, text);
    }
  }

  /** The translation is submitted and signed. */
  async approve(editionId: string): Promise<Edition> {
    await this.desk.submit(editionId);
    return this.desk.sign(await this.desk.approver(), editionId);
  }
}
