import { Avatar, Group, Text, Tooltip } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Shape } from '../api/client';
import { useSession } from '../session/session';

const BEAT_MS = 10_000;

/** Who else has this edition open, reading or writing. Saying so oneself is part of it. */
export function Presence({ editionId, mode }: { editionId: string; mode: Shape<'PresenceMode'> }) {
  const { t } = useTranslation('article');
  const { person } = useSession();
  const queries = useQueryClient();
  const [windowId] = useState(() => crypto.randomUUID());
  const key = ['presence', editionId];
  const { data } = useQuery({
    queryKey: key,
    staleTime: Infinity,
    queryFn: () =>
      answer(api.GET('/api/v1/editions/{id}/presence', { params: { path: { id: editionId } } })),
  });
  useEffect(() => {
    const path = { id: editionId };
    const beat = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      const seen = await answer(
        api.PUT('/api/v1/editions/{id}/presence', { params: { path }, body: { windowId, mode } }),
      ).catch(() => null);
      if (!seen) return;
      queries.setQueryData(['presence', editionId], seen);
      // What others type is no event of the newsroom: while they are here, one looks.
      if (seen.people.every(({ id }) => id === person.id)) return;
      void queries.invalidateQueries({ queryKey: ['edition', editionId], exact: true });
    };
    void beat();
    const timer = setInterval(() => void beat(), BEAT_MS);
    // Also when the window is closed or led elsewhere: `keepalive` outlives the page.
    const leave = (): void => {
      const left = api.DELETE('/api/v1/editions/{id}/presence', {
        params: { path },
        keepalive: true,
      });
      void answer(left).catch(() => null);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [editionId, mode, person.id, queries, windowId]);
  const others = data?.people.filter(({ id }) => id !== person.id) ?? [];
  if (others.length === 0) return null;
  return (
    <Group gap={4} role="status">
      {others.map(({ id, name, mode: doing }) => (
        <Tooltip key={id} label={t(`presence.${doing}`, { name })}>
          <Avatar name={name} size={28} color={doing === 'editing' ? 'orange' : 'gray'} alt="" />
        </Tooltip>
      ))}
      <Text size="sm">
        {others.map(({ name, mode: doing }) => t(`presence.${doing}`, { name })).join(' ')}
      </Text>
    </Group>
  );
}
