import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';

/** How many notices are unread; told anew by the newsroom's events. */
export function useUnread(): number {
  const { data } = useQuery({
    queryKey: ['inbox', 'count'],
    queryFn: () => answer(api.GET('/api/v1/inbox/count')),
  });
  return data?.unread ?? 0;
}

export function InboxBell() {
  const { t } = useTranslation('shell');
  const unread = useUnread();
  return (
    <Indicator
      label={unread > 99 ? '99+' : unread}
      disabled={unread === 0}
      size={16}
      color="red.8"
      offset={4}
      aria-hidden={false}
    >
      <ActionIcon
        component={Link}
        to="/inbox"
        variant="subtle"
        size="lg"
        aria-label={t('unread', { count: unread })}
      >
        <IconBell size={20} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}
