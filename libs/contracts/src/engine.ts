import { z } from 'zod';

/** An instant: a date in the process, ISO 8601 text on the wire. */
const instant = z.union([z.date(), z.iso.datetime()]);

/** The engines that can suggest translations. `chat`: an OpenAI-compatible chat endpoint. */
export const engineNames = ['libretranslate', 'google', 'azure', 'deepl', 'chat'] as const;
export const engineNameSchema = z.enum(engineNames);
export type EngineName = z.infer<typeof engineNameSchema>;

/**
 * Why an engine gave no answer:
 * `busy` asks to wait; `failing` is its own fault; `unreachable`, `timeout`, `malformed`;
 * `refused`: it does not know our key; `quota`: what was paid for is used up; `pair`: it does
 * not know these languages; `too_long`; `rejected`: it cannot take this request.
 */
export const troubleKinds = [
  'busy',
  'failing',
  'unreachable',
  'timeout',
  'malformed',
  'refused',
  'quota',
  'pair',
  'too_long',
  'rejected',
] as const;
export const troubleKindSchema = z.enum(troubleKinds);
export type TroubleKind = z.infer<typeof troubleKindSchema>;

/**
 * Why there is no suggestion. `resting`: the engine is left alone after failures. `unfit`: what
 * it said cannot be used, mostly because marks did not survive.
 */
export const noSuggestionReasons = [
  'no_engine',
  'budget',
  'resting',
  'unfit',
  ...troubleKinds,
] as const;
export const noSuggestionSchema = z.enum(noSuggestionReasons);
export type NoSuggestion = z.infer<typeof noSuggestionSchema>;

/** What became of the wish for suggestions in a translation. */
export const suggestionsSchema = z.object({
  state: z.enum(['waiting', 'done']).describe('waiting: the engine is asked, or will be again'),
  engine: engineNameSchema.nullable(),
  suggested: z.int().describe('segments that the engine filled'),
  missing: z.int().describe('segments that it was asked for and did not fill'),
  reason: noSuggestionSchema.nullable().describe('why some are missing; null: none is'),
  message: z.string().nullable().describe("the reason in the caller's language"),
});
export type SuggestionsAnswer = z.infer<typeof suggestionsSchema>;

/** An engine as those see it who answer for it. */
export const engineStateSchema = z.object({
  name: engineNameSchema,
  model: z.string().nullable(),
  state: z.enum(['ready', 'resting', 'budget_used_up']),
  breaker: z.object({
    state: z
      .enum(['closed', 'open', 'half_open'])
      .describe('open: not asked; half_open: the next request is a trial'),
    failures: z.int().describe('one after the other'),
    openUntil: instant.nullable(),
  }),
  lastTrouble: z.object({ kind: troubleKindSchema, detail: z.string(), at: instant }).nullable(),
  answeredAt: instant.nullable().describe('when it last translated'),
  month: z.string().describe('that the characters are of, in UTC'),
  characters: z.int().describe('sent this month, marks included'),
  requests: z.int(),
  monthlyCharacters: z.int().nullable().describe('the budget; null: none is set'),
});
export type EngineState = z.infer<typeof engineStateSchema>;
export const enginesSchema = z.object({
  items: z.array(engineStateSchema).describe('empty: no engine is configured'),
});
