import {
  dueSuggestions,
  MachineTranslation,
  Suggestions,
  type SavedSegment,
  type SegmentSheet,
} from '@desk/translation';
import type { DeskNewsroom } from '../desk-newsroom.js';
import { TranslatingNewsroom, type SourceText } from '../translating-newsroom.js';
import { everyEngine, type ServedEngine } from './every-engine.js';

/** A story of three sentences that the engines of the tests can translate. */
export const market: SourceText = {
  title: 'Chợ nổi Cái Răng',
  paragraphs: ['Chợ họp từ 5 giờ sáng. Ghe xuồng đậu san sát.'],
};
export const marketInEnglish = [
  'Cai Rang floating market',
  'The market opens at 5 a.m.',
  'Boats lie side by side.',
] as const;

/** A newsroom that translates with an engine on this machine: Azure's protocol, 1,000 characters a month. */
export class SuggestingNewsroom {
  private constructor(
    readonly served: ServedEngine,
    readonly translating: TranslatingNewsroom,
  ) {}

  static async open(): Promise<SuggestingNewsroom> {
    const served = await everyEngine.azure();
    const settings = { ...served.settings, monthlyCharacters: 1_000 };
    const newsroom = new SuggestingNewsroom(served, await TranslatingNewsroom.open(settings));
    const once = { tries: 1, firstPauseMs: 1, longestPauseMs: 1_000 };
    newsroom.desk.get(MachineTranslation).patience = once;
    return newsroom;
  }

  get desk(): DeskNewsroom {
    return this.translating.desk;
  }

  async close(): Promise<void> {
    await this.translating.close();
    await this.served.server.close();
  }

  /** As if no engine had ever been asked. */
  async forget(): Promise<void> {
    for (const table of ['engine_cache', 'engine_breaker', 'engine_usage', 'suggestion_order']) {
      await this.desk.sql.query(`DELETE FROM ${table}`);
    }
  }

  /** An approved source, prepared for its English translator; returns the translation's id. */
  async prepared(text: SourceText = market): Promise<string> {
    return (await this.translating.prepare(await this.translating.source(text), 'en')).editionId;
  }

  /** Does what is due, as the worker does; returns how many orders were. */
  async worksOff(): Promise<number> {
    const { desk } = this;
    const due = await dueSuggestions(desk.sql, desk.clock.now(), 100);
    for (const { id } of due) await desk.get(Suggestions).fulfil(id);
    return due.length;
  }

  async sheet(editionId: string): Promise<SegmentSheet> {
    return this.translating.segments.sheet(await this.desk.translator(), editionId);
  }

  /** The translator confirms a segment with a text of their own. */
  async confirms(editionId: string, at: number, target: string): Promise<SavedSegment> {
    const segment = (await this.translating.sheet(editionId))[at];
    const text = { target, status: 'confirmed' } as const;
    const translator = await this.desk.translator();
    return this.translating.segments.save(
      translator,
      segment?.id ?? '',
      segment?.version ?? 0,
      text,
    );
  }
}
