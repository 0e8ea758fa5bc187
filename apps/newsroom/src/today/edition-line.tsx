import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../api/client';
import { LanguageMark } from '../design/language-mark';
import { Moment } from '../design/moment';
import { StateBadge } from '../design/state-badge';

type Edition = Shape<'BoardArticle'>['editions'][number];

/** One edition of what I sent: where it stands, whose turn it is, since when. */
export function EditionLine({ edition }: { edition: Edition }) {
  const { t } = useTranslation('today');
  const [task] = edition.tasks.filter(({ state }) => state !== 'done');
  const whose = task
    ? (task.assignee?.name ?? t('nobody'))
    : edition.step && t(`steps.${edition.step}`);
  const done =
    edition.progress && edition.step === 'translation'
      ? t('progress', { percent: edition.progress.percent })
      : null;
  return (
    <Group gap={6} wrap="nowrap" align="start">
      <LanguageMark language={edition.language} />
      <Group gap={6}>
        <StateBadge state={edition.state} />
        <Text size="sm" c="var(--desk-quiet)">
          {whose && `${whose} · `}
          {done && `${done} · `}
          <Moment at={edition.since} near />
        </Text>
      </Group>
    </Group>
  );
}
