import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { edition as readEdition, type Edition } from '@desk/articles';
import type { FoundTerm, NoSuggestion } from '@desk/contracts';
import { change, Clock, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import { Commands, record } from '@desk/ledger';
import { TermLookup } from '../glossary/index.js';
import type { StoredSegment } from '../segment.js';
import { holdEdition, preparedRevision, segmentsOf } from '../segments.queries.js';
import { plainText } from '../segments/index.js';
import type { EngineText, PlacedTerm } from './engine.js';
import { MachineTranslation, type Suggestion } from './machine-translation.service.js';
import {
  claimOrder,
  endTry,
  orderSuggestions,
  suggestionOrder,
  type SuggestionOrder,
} from './suggestion-orders.queries.js';
import { isUntouched } from './untouched.js';

/** So long all requests for an order may take together; after it another may take the order. */
const WHOLE_MS = 10 * 60_000;
const LEASE_MS = WHOLE_MS + 60_000;
/** When an engine that did not answer is asked again. */
const AGAIN_AFTER_MS = [60_000, 5 * 60_000, 15 * 60_000, 3_600_000, 4 * 3_600_000];

/** An order at which workers die again and again is given up. */
const MOST_TRIES = 20;

/** What may be over in some hours, also because somebody has put it right. */
const passing: readonly NoSuggestion[] = [
  'refused',
  'quota',
  'busy',
  'failing',
  'unreachable',
  'timeout',
  'malformed',
  'resting',
];

interface Wanted {
  readonly segment: StoredSegment;
  readonly text: EngineText;
}

/** Puts the suggestions of an engine where neither memory nor person has said anything. */
@Injectable()
export class Suggestions implements OnModuleDestroy {
  private readonly ending = new AbortController();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly terms: TermLookup,
    private readonly machine: MachineTranslation,
  ) {}

  /** Who ends waits for no engine: what it has said is kept, the rest is asked for again. */
  onModuleDestroy(): void {
    this.ending.abort();
  }

  /** Notes, in the transaction that prepares an edition, that suggestions are wanted for it. */
  order(tx: Sql, at: Date, of: { editionId: string; sourceRevisionId: string }): Promise<void> {
    return orderSuggestions(tx, at, of, this.machine.engine?.name ?? null);
  }

  /**
   * Asks the engine and fills what is still untouched. Safe to run twice, early or late. The
   * engine is asked outside any transaction.
   */
  async fulfil(orderId: string): Promise<void> {
    const order = await suggestionOrder(this.dataSource, orderId);
    const at = this.clock.now();
    if (order?.state !== 'waiting') return;
    if (!(await claimOrder(this.dataSource, order, at, new Date(at.getTime() + LEASE_MS)))) return;
    const edition = await readEdition(this.dataSource, order.editionId);
    if (order.attempts >= MOST_TRIES) {
      const given = { engine: order.engine, asked: 0, suggested: 0, dueAt: null };
      await endTry(this.dataSource, order, at, { ...given, reason: 'failing' });
      return;
    }
    const wanted = await this.wanted(order, edition);
    const { sourceLanguage: from, language: to } = edition;
    const texts = wanted.map(({ text }) => text);
    const glossary = texts.length === 0 ? [] : await this.terms.pairs(from, to);
    const request = { texts, from, to, glossary };
    const signal = AbortSignal.any([this.ending.signal, AbortSignal.timeout(WHOLE_MS)]);
    const answers = await this.machine.suggest(request, signal);
    await this.fill(order, edition, wanted, answers);
  }

  /** The segments that nothing is known for. */
  private async wanted(order: SuggestionOrder, edition: Edition): Promise<Wanted[]> {
    const { dataSource } = this;
    const segments = await segmentsOf(dataSource, order.editionId, order.sourceRevisionId);
    const find = await this.terms.finder();
    return segments.filter(isUntouched).map((segment) => {
      const plain = plainText(segment.source);
      const { sourceLanguage, language } = edition;
      const terms = preferred(find(plain, sourceLanguage, language), plain, language);
      return { segment, text: { text: segment.source, terms } };
    });
  }

  private async fill(
    order: SuggestionOrder,
    edition: Edition,
    wanted: readonly Wanted[],
    answers: readonly Suggestion[],
  ): Promise<void> {
    const { engine } = this.machine;
    const reason = reasonOf(answers);
    const again = reason !== null && passing.includes(reason) ? againAfter(order) : null;
    await this.commands.run(async (tx, at) => {
      await holdEdition(tx, order.editionId);
      const isNewest = (await preparedRevision(tx, order.editionId)) === order.sourceRevisionId;
      const filled: number[] = [];
      for (const [index, { segment }] of wanted.entries()) {
        const answer = answers[index];
        if (!isNewest || !engine || !answer || !('target' in answer)) continue;
        if (await suggest(tx, at, segment, answer.target, engine.name))
          filled.push(segment.position);
      }
      const end = {
        reason,
        engine: engine?.name ?? null,
        asked: wanted.length,
        suggested: filled.length,
        dueAt: isNewest && again !== null ? new Date(at.getTime() + again) : null,
      };
      const isOurs = await endTry(tx, order, at, end);
      if (!isOurs || !engine || filled.length === 0) return;
      const { sectionId, articleId, language } = edition;
      const subject = { sectionId, articleId, editionId: edition.id, language };
      await record(tx, at, null, 'translation.suggested', subject, {
        sourceRevisionId: order.sourceRevisionId,
        engine: engine.name,
        segments: filled.length,
      });
    });
  }
}

/**
 * The version stays: who opened the empty segment and types meanwhile saves what they wrote, and
 * does not lose it to a machine.
 */
async function suggest(
  tx: Sql,
  at: Date,
  { id, version, sourceHash }: StoredSegment,
  target: string,
  engine: string,
): Promise<boolean> {
  const touched = await change(
    tx,
    `UPDATE segment SET target = ?, status = 'draft', origin = 'engine', engine = ?, updated_at = ?
     WHERE id = ? AND version = ? AND source_hash = ? AND target = '' AND status = 'untranslated'
       AND origin = 'none'`,
    [target, engine, at, id, version, sourceHash],
  );
  return touched === 1;
}

/** What is to be told of texts without a suggestion: what stopped the engine before what one text did. */
function reasonOf(answers: readonly Suggestion[]): NoSuggestion | null {
  const reasons = answers.flatMap((answer) => ('none' in answer ? [answer.none] : []));
  const ofOneText: readonly NoSuggestion[] = ['unfit', 'too_long', 'rejected'];
  return reasons.find((reason) => !ofOneText.includes(reason)) ?? reasons[0] ?? null;
}

const againAfter = ({ attempts }: SuggestionOrder): number | null =>
  AGAIN_AFTER_MS[attempts] ?? null;

/** Terms that do not overlap, with the way to say them that the newsroom prefers. */
function preferred(found: readonly FoundTerm[], plain: string, language: Language): PlacedTerm[] {
  let from = 0;
  return found.flatMap(({ start, end, targets }) => {
    const target = targets.find((one) => one.language === language && one.status === 'preferred');
    if (!target || start < from) return [];
    from = end;
    return [{ start, end, source: plain.slice(start, end), target: target.term }];
  });
}
