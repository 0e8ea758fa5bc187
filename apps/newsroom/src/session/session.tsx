import { createContext, useContext } from 'react';
import { api, answer, takeCsrfToken, type Shape } from '../api/client';
import { hasStatus } from '../api/problem';

/** Who is signed in, and what they may do somewhere at all. */
export type Session = Shape<'Session'>;

/** Where the session is kept among what was read of the API. */
export const sessionKey = ['session'];

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. @throws Error on a screen that is open to strangers */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('nobody is signed in on this screen');
  return session;
}

/** Whether they may do this anywhere: what the navigation offers. */
export const useMay = (permission: string): boolean => useSession().may.includes(permission);

/** Who is signed in; null when nobody is. */
export async function currentSession(): Promise<Session | null> {
  try {
    const session = await answer(api.GET('/api/v1/session'));
    takeCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (hasStatus(error, 401)) return null;
    throw error;
  }
}

/** @throws ApiProblem `session.wrong_credentials`, or too many tries */
export async function signIn(email: string, password: string): Promise<Session> {
  const session = await answer(api.POST('/api/v1/session', { body: { email, password } }));
  takeCsrfToken(session.csrfToken);
  return session;
}

export async function signOut(): Promise<void> {
  await answer(api.DELETE('/api/v1/session'));
  takeCsrfToken(null);
}
