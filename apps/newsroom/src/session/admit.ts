import { redirect, type ParsedLocation } from '@tanstack/react-router';
import i18next from 'i18next';
import { queries } from '../api/queries';
import { currentSession, sessionKey, type Session } from './session';

/** Lets in who is signed in, in their language; leads others to the door and back again. */
export async function admit({
  location,
}: {
  location: Pick<ParsedLocation, 'pathname' | 'href'>;
}): Promise<void> {
  const session = await currentSession();
  if (!session) {
    const next = location.pathname === '/' ? {} : { next: location.href };
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to lead elsewhere
    throw redirect({ to: '/sign-in', search: next });
  }
  if (i18next.language !== session.person.language) {
    await i18next.changeLanguage(session.person.language);
  }
  queries.setQueryData<Session>(sessionKey, session);
}
