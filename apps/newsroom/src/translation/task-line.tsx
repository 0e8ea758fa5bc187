import { Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { answer, api } from '../api/client';
import { Moment } from '../design/moment';

/** By when the translation is due. */
export function TaskLine({ editionId, language }: { editionId: string; language: Language }) {
  const { t } = useTranslation('translation');
  const { data } = useQuery({
    queryKey: ['tasks', 'of', editionId],
    queryFn: async () => {
      for (const view of ['mine', 'team'] as const) {
        const query = { view, kind: 'translate', language, limit: 100 } as const;
        const { items } = await answer(api.GET('/api/v1/tasks', { params: { query } }));
        const task = items.find((one) => one.editionId === editionId);
        if (task) return task;
      }
      return null;
    },
  });
  if (!data) return null;
  return (
    <>
      {data.priority === 'urgent' && <Badge color="red">{t('urgent')}</Badge>}
      <Text size="sm" component="span">
        {t('due')} <Moment at={data.dueAt} near />
      </Text>
    </>
  );
}
