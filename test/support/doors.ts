import { z } from 'zod';

/** A route as the description of the API tells it. */
export interface Door {
  readonly method: string;
  /** `/api/v1/articles/{id}` */
  readonly path: string;
  readonly isPublic: boolean;
  /** The parameters of the query: which of them must be given, and with what for example. */
  readonly query: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly example: string;
  }[];
  /** A body that the route would take. */
  readonly example: unknown;
  readonly mediaType: string | undefined;
}

const operationSchema = z.looseObject({
  security: z.array(z.unknown()).optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        schema: z
          .looseObject({ enum: z.array(z.string()).optional(), format: z.string().optional() })
          .optional(),
      }),
    )
    .default([]),
  requestBody: z
    .looseObject({
      content: z.record(z.string(), z.looseObject({ example: z.unknown().optional() })),
    })
    .optional(),
});
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

const exampleFor = (schema?: {
  enum?: string[] | undefined;
  format?: string | undefined;
}): string => schema?.enum?.[0] ?? (schema?.format === 'date' ? '2026-03-02' : 'x');

/** Every route of the API, by its own description, which has them all (`open-api.e2e-spec.ts`). */
export async function doorsOf(url: string): Promise<Door[]> {
  const answer = await fetch(`${url}/api/openapi.json`);
  const { paths } = documentSchema.parse(await answer.json());
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { security, parameters, requestBody }]) => {
      const [body] = Object.entries(requestBody?.content ?? {});
      return {
        method: method.toUpperCase(),
        path,
        isPublic: security?.length === 0,
        query: parameters.flatMap(({ name, in: place, required = false, schema }) =>
          place === 'query' ? [{ name, required, example: exampleFor(schema) }] : [],
        ),
        example: body?.[1].example,
        mediaType: body?.[0],
      };
    }),
  );
}

export interface Knocked {
  readonly status: number;
  readonly code: string | null;
  readonly text: string;
}

const problemSchema = z.object({ code: z.string() });

/** Sends a request as it stands; of a stream without end only the beginning is read. */
export async function knock(url: string, init: RequestInit): Promise<Knocked> {
  const ending = new AbortController();
  const answer = await fetch(url, { redirect: 'manual', ...init, signal: ending.signal });
  const type = answer.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    ending.abort();
    return { status: answer.status, code: null, text: '' };
  }
  const text = await answer.text();
  const problem =
    text !== '' && type.startsWith('application/problem+json') ? JSON.parse(text) : {};
  const read = problemSchema.safeParse(problem);
  return { status: answer.status, code: read.success ? read.data.code : null, text };
}

/** A request at a door, as it would be sent by somebody who knows what is behind it. */
export interface Request {
  readonly path: string;
  readonly body: unknown;
}

/**
 * The requests that somebody who knows these ids would try at a door: each id in each place where
 * one stands, in the address or, where the address has none, in the query and in the body.
 */
export function requestsAt(door: Door, ids: readonly string[]): Request[] {
  const wanted = door.query.filter(({ required }) => required);
  const query = wanted.map(({ name, example }) => `${name}=${example}`).join('&');
  const suffix = query === '' ? '' : `?${query}`;
  if (door.path.includes('{')) {
    return ids.flatMap((id) =>
      ['article', 'section'].slice(0, door.path.includes('{subject}') ? 2 : 1).map((subject) => ({
        path: door.path.replace('{subject}', subject).replace(/\{\w+\}/g, id) + suffix,
        body: door.example,
      })),
    );
  }
  const plain = { path: door.path + suffix, body: door.example };
  if (door.example !== undefined) {
    const named = ids.map((id) => ({ ...plain, body: withIds(door.example, id) }));
    return JSON.stringify(named[0]?.body) === JSON.stringify(door.example) ? [plain] : named;
  }
  const narrowed = door.query
    .filter(({ name }) => name.endsWith('Id'))
    .flatMap(({ name }) =>
      ids.map((id) => ({ path: `${door.path}?${name}=${id}`, body: undefined })),
    );
  return [plain, ...narrowed];
}

/** The value with each of its ids put in place of what stands there. */
function withIds(value: unknown, id: string): unknown {
  if (typeof value === 'string') return z.uuid().safeParse(value).success ? id : value;
  if (Array.isArray(value)) return value.map((one) => withIds(one, id));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIds(one, id)]));
}
