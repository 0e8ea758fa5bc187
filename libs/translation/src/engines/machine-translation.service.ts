import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NoSuggestion } from '@desk/contracts';
import { Clock } from '@desk/database';
import type { Language } from '@desk/languages';
import { batches } from './batches.js';
import type { Engine, EngineText, TermPair } from './engine.js';
import {
  breakerOf,
  letThrough,
  noteAnswer,
  noteTrouble,
  usualRules,
  type Breaker,
  type BreakerRules,
} from './engine-breaker.queries.js';
import { cachedTargets, cacheKey, cacheTargets } from './engine-cache.queries.js';
import { engineFrom } from './engine-from-settings.js';
import { EngineTrouble } from './engine-trouble.js';
import { giveBack, monthOf, reserve } from './engine-usage.queries.js';
import { Pace } from './pace.js';
import { usualPatience, withPatience, type Patience } from './patience.js';
import { ENGINE_SETTINGS, type MaybeEngineSettings } from './settings.js';
import { fitSuggestion } from './fit-suggestion.js';

export type Suggestion = { readonly target: string } | { readonly none: NoSuggestion };

export interface SuggestionRequest {
  readonly texts: readonly EngineText[];
  readonly from: Language;
  readonly to: Language;
  readonly glossary: readonly TermPair[];
}

type Keyed = EngineText & { readonly key: string };
/** What an engine said by key of the text; a reason where it said nothing. */
type Said = Map<string, string | null | { readonly none: NoSuggestion }>;

/** The engine behind all that is around it: cache, budget, pace, patience, breaker. */
@Injectable()
export class MachineTranslation {
  /** Null: no engine is configured. */
  readonly engine: Engine | null;
  patience: Patience = usualPatience;
  rules: BreakerRules = usualRules;
  private readonly pace: Pace;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Optional() @Inject(ENGINE_SETTINGS) readonly settings: MaybeEngineSettings = null,
  ) {
    this.engine = settings && engineFrom(settings);
    this.pace = new Pace(settings?.requestsPerMinute ?? 60);
  }

  /** A suggestion for each text, or why there is none. Never in a transaction: it asks others. */
  async suggest(request: SuggestionRequest, signal: AbortSignal): Promise<Suggestion[]> {
    const { engine } = this;
    if (!engine) return request.texts.map(() => ({ none: 'no_engine' }));
    const keyed = request.texts.map((text) => ({ ...text, key: cacheKey(text) }));
    const place = { ...request, engine: cacheName(engine) };
    const cached = await cachedTargets(
      this.dataSource,
      place,
      keyed.map(({ key }) => key),
    );
    const said: Said = new Map(cached);
    const asked = new Map(keyed.filter(({ key }) => !said.has(key)).map((one) => [one.key, one]));
    const parts = batches([...asked.values()], engine.limits, (one) => engine.charactersOf(one));
    for (const { key } of parts.tooLong) said.set(key, { none: 'too_long' });
    for (const part of parts.batches) {
      const off = await this.askWithin(engine, request, part, said, signal);
      if (off === null) continue;
      // What stopped one request would stop the next.
      for (const { key } of asked.values()) if (!said.has(key)) said.set(key, { none: off });
      break;
    }
    return keyed.map(({ key, text }) => fitted(said.get(key), text));
  }

  /** Asks for a part; halves it when it is too much at once. Returns why nothing more is to be asked. */
  private async askWithin(
    engine: Engine,
    request: SuggestionRequest,
    part: readonly Keyed[],
    said: Said,
    signal: AbortSignal,
  ): Promise<NoSuggestion | null> {
    const outcome = await this.askOnce(engine, request, part, signal);
    if (typeof outcome !== 'string') {
      for (const [key, target] of outcome) said.set(key, target);
      const place = { ...request, engine: cacheName(engine) };
      const worth = worthKeeping(engine, part, outcome);
      await cacheTargets(this.dataSource, place, worth, this.clock.now());
      return null;
    }
    if (outcome !== 'too_long' && outcome !== 'rejected') return outcome;
    const [only] = part;
    if (part.length === 1 && only) {
      said.set(only.key, { none: outcome });
      return null;
    }
    const middle = Math.ceil(part.length / 2);
    return (
      (await this.askWithin(engine, request, part.slice(0, middle), said, signal)) ??
      (await this.askWithin(engine, request, part.slice(middle), said, signal))
    );
  }

  /** One request with its further tries. */
  private async askOnce(
    engine: Engine,
    { from, to, glossary }: SuggestionRequest,
    texts: readonly Keyed[],
    signal: AbortSignal,
  ): Promise<Map<string, string | null> | NoSuggestion> {
    const { dataSource: sql, clock, settings } = this;
    const characters = texts.reduce((sum, text) => sum + engine.charactersOf(text), 0);
    const month = monthOf(clock.now());
    const budget = settings?.monthlyCharacters ?? null;
    const may = await letThrough(sql, engine.name, clock.now(), this.rules);
    if (may === 'no') return restingBecauseOf(await breakerOf(sql, engine.name));
    if (!(await reserve(sql, engine.name, month, characters, budget))) return 'budget';
    let mayBeCharged = false;
    try {
      const tries = may === 'trial' ? 1 : this.patience.tries;
      const targets = await withPatience({ ...this.patience, tries }, signal, async () => {
        await this.pace.turn(signal);
        try {
          return await this.ask(engine, { texts, from, to, glossary }, signal);
        } catch (error) {
          if (!(error instanceof EngineTrouble)) throw error;
          mayBeCharged ||= error.kind === 'timeout' || error.kind === 'malformed';
          await noteTrouble(sql, engine.name, clock.now(), error, this.rules);
          throw error;
        }
      });
      await noteAnswer(sql, engine.name, clock.now());
      return new Map(texts.map(({ key }, index) => [key, targets[index] ?? null]));
    } catch (error) {
      if (!mayBeCharged) await giveBack(sql, engine.name, month, characters);
      if (error instanceof EngineTrouble) return error.kind;
      if (signal.aborted) return 'timeout';
      throw error;
    }
  }

  private async ask(
    engine: Engine,
    batch: Parameters<Engine['translate']>[0],
    signal: AbortSignal,
  ): Promise<readonly (string | null)[]> {
    const inTime = AbortSignal.timeout(this.settings?.timeoutMs ?? 30_000);
    const targets = await engine.translate(batch, AbortSignal.any([signal, inTime]));
    if (targets.length === batch.texts.length) return targets;
    throw new EngineTrouble('malformed', 'not as many answers as questions');
  }
}

/** What an engine would spoil again is not paid for again. */
const worthKeeping = (
  { repeatsItself }: Engine,
  part: readonly Keyed[],
  outcome: ReadonlyMap<string, string | null>,
): Map<string, string | null> =>
  new Map(
    part.flatMap(({ key, text }) => {
      const target = outcome.get(key) ?? null;
      return repeatsItself || fitSuggestion(text, target) !== null ? [[key, target]] : [];
    }),
  );

/** What a person has to put right is told as long as it lasts. */
const restingBecauseOf = ({ trouble }: Breaker): NoSuggestion =>
  trouble === 'refused' || trouble === 'quota' ? trouble : 'resting';

const cacheName = ({ name, model }: Engine): string =>
  (model === '' ? name : `${name} ${model}`).slice(0, 80);

function fitted(
  said: string | null | { none: NoSuggestion } | undefined,
  source: string,
): Suggestion {
  if (typeof said === 'object' && said !== null) return said;
  const target = fitSuggestion(source, said ?? null);
  return target === null ? { none: 'unfit' } : { target };
}
