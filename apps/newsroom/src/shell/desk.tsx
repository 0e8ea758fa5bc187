import { useQuery } from '@tanstack/react-query';
import { currentSession, SessionContext, sessionKey } from '../session/session';
import { Frame } from './frame';
import { useFocusBack } from './use-focus-back';

/** Who is signed in, for all screens, and the frame around them. */
export function Desk() {
  useFocusBack();
  const { data: session } = useQuery({
    queryKey: sessionKey,
    queryFn: currentSession,
    staleTime: Infinity,
  });
  if (!session) return null;
  return (
    <SessionContext value={session}>
      <Frame />
    </SessionContext>
  );
}
