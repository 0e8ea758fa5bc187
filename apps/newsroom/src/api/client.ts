import i18next from 'i18next';
import createClient, { type Middleware } from 'openapi-fetch';
import { NoAnswer, problemFrom } from './problem';
import type { components, paths } from './schema';

/** The shapes of the API by name: `Shape<'Task'>`. */
export type Shape<N extends keyof components['schemas']> = components['schemas'][N];

let csrfToken: string | null = null;
let signInAgain: (() => Promise<void>) | null = null;

/** Whoever signs in says so here: every change is sent with this token. */
export function takeCsrfToken(token: string | null): void {
  csrfToken = token;
}

/**
 * What to do when the session has ended under somebody's hands: resolves once they have signed
 * in again; then the request is sent once more, so that nothing typed is lost.
 */
export function onSessionEnd(signIn: (() => Promise<void>) | null): void {
  signInAgain = signIn;
}

/** The token that changes are sent with; null before signing in. */
export const csrf = (): string | null => csrfToken;

/** Lets the person sign in again; false when nobody was signed in. */
export async function afterSignIn(): Promise<boolean> {
  if (!signInAgain) return false;
  await signInAgain();
  return true;
}

const reading = ['GET', 'HEAD'];
const bodies = new Map<string, Request>();

const ours: Middleware = {
  onRequest({ request, id, schemaPath }) {
    request.headers.set('Accept-Language', i18next.language);
    sign(request);
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', crypto.randomUUID());
    }
    if (schemaPath !== '/api/v1/session') bodies.set(id, request.clone());
    return request;
  },
  async onResponse({ response, id }) {
    const sent = bodies.get(id);
    bodies.delete(id);
    if (response.status !== 401 || !sent || !signInAgain) return response;
    await signInAgain();
    sign(sent);
    return fetch(sent);
  },
  onError({ id }) {
    bodies.delete(id);
    return new NoAnswer();
  },
};

function sign(request: Request): void {
  if (csrfToken !== null && !reading.includes(request.method)) {
    request.headers.set('X-CSRF-Token', csrfToken);
  }
}

/** The API, typed by its own description. */
export const api = createClient<paths>({ baseUrl: window.location.origin });
api.use(ours);

/** `If-Match` of the version seen last. */
export const ifMatch = (version: number): { 'If-Match': string } => ({
  'If-Match': `"${version}"`,
});

/**
 * What a call answers. @throws ApiProblem when the API refuses, NoAnswer when nothing comes
 * back
 */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemFrom(error, response.status);
  return data as T;
}
