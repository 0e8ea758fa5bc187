import type { EngineName } from './engine.js';

/** What the process is told about its engine. */
export interface EngineSettings {
  readonly name: EngineName;
  /** Null: where the engine's own service is. */
  readonly url: string | null;
  readonly key: string | null;
  readonly model: string | null;
  /** Google's project and location, Azure's region. */
  readonly project: string | null;
  readonly region: string | null;
  readonly glossary: string | null;
  /** Null: no limit of ours. */
  readonly monthlyCharacters: number | null;
  readonly requestsPerMinute: number;
  readonly timeoutMs: number;
}

export const ENGINE_SETTINGS = Symbol('engine settings');
/** Whether an engine is configured at all. */
export type MaybeEngineSettings = EngineSettings | null;
