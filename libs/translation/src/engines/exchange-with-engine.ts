import type { z } from 'zod';
import { EngineTrouble, type TroubleKind } from './engine-trouble.js';

/** So long an answer is read; no engine says more in answer to what is asked at a time. */
const MOST_ANSWER_BYTES = 8_000_000;

export interface EngineRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON, or as a form. */
  readonly json?: unknown;
  readonly form?: URLSearchParams;
}

/** What an engine answered, whatever its status. */
export interface EngineAnswer {
  readonly status: number;
  /** How long it asks to be left alone. */
  readonly waitMs: number | null;
  readonly text: string;
}

/**
 * Sends a request and reads the whole answer. No redirect is followed: the key is for this
 * address alone.
 * @throws EngineTrouble `unreachable`, `timeout`, `malformed`
 */
export async function askEngine(
  url: string,
  { method = 'POST', headers, json, form }: EngineRequest,
  signal: AbortSignal,
): Promise<EngineAnswer> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        'user-agent': 'MekongDesk/1',
        accept: 'application/json',
        ...(json === undefined ? {} : { 'content-type': 'application/json; charset=UTF-8' }),
        ...headers,
      },
      body: json === undefined ? (form ?? null) : JSON.stringify(json),
      redirect: 'manual',
      signal,
    });
    const waitMs = waitOf(response.headers);
    return { status: response.status, waitMs, text: await readAll(response) };
  } catch (error) {
    if (error instanceof EngineTrouble) throw error;
    if (signal.aborted) throw new EngineTrouble('timeout', 'no answer in time');
    throw new EngineTrouble('unreachable', reasonOf(error));
  }
}

/** The body of an answer, held against a schema. @throws EngineTrouble `malformed` */
export function bodyOf<S extends z.ZodType>({ text }: EngineAnswer, schema: S): z.infer<S> {
  const body = jsonOf(text);
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new EngineTrouble('malformed', 'the answer is not of the documented form');
}

/** What an answer with an error says, or undefined. */
export function errorBody<S extends z.ZodType>(
  { text }: EngineAnswer,
  schema: S,
): z.infer<S> | undefined {
  const read = schema.safeParse(jsonOf(text));
  return read.success ? read.data : undefined;
}

/** The trouble of an answer, by its status unless the engine's own words say more. */
export function troubleOf(
  { status, waitMs }: EngineAnswer,
  said: {
    kind?: TroubleKind | undefined;
    code?: string | number | undefined;
    waitMs?: number | undefined;
  } = {},
): EngineTrouble {
  const code = /^[\w.-]{1,60}$/.exec(String(said.code ?? ''))?.[0];
  const message = `HTTP ${status}${code === undefined ? '' : `, ${code}`}`;
  return new EngineTrouble(said.kind ?? kindOf(status), message, said.waitMs ?? waitMs);
}

function kindOf(status: number): TroubleKind {
  if (status === 401 || status === 403) return 'refused';
  if (status === 429 || status === 529) return 'busy';
  if (status === 413) return 'too_long';
  if (status === 408 || status >= 500) return 'failing';
  return status < 400 ? 'malformed' : 'rejected';
}

/** Retry-After in seconds or as a date. */
function waitOf(headers: Headers): number | null {
  const said = headers.get('retry-after');
  if (said === null) return null;
  const seconds = /^\s*\d{1,7}(\.\d+)?\s*$/.test(said) ? Number(said) : NaN;
  const ms = Number.isNaN(seconds) ? Date.parse(said) - Date.now() : seconds * 1_000;
  return Number.isNaN(ms) ? null : Math.max(0, Math.ceil(ms));
}

async function readAll(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  if (!response.body) return '';
  for await (const piece of response.body) {
    bytes += piece.byteLength;
    if (bytes > MOST_ANSWER_BYTES) throw new EngineTrouble('malformed', 'the answer is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `ECONNREFUSED`, or what else is known; never an address with a key in it. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : '';
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'no connection';
}
