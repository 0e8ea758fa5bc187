import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../design/moment';
import type { Round } from './rounds';

/** Who has signed this round, and who is still asked. */
export function Signatures({ round }: { round: Round }) {
  const { t } = useTranslation('review');
  const { review, approve } = round.seatsLeft;
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)">
      <Stack gap={4}>
        <Text size="sm">
          {t('submitted', { name: round.openedBy.name })} <Moment at={round.openedAt} near />
        </Text>
        {round.signOffs.map(
          ({ id, person, seat, signedAt, voidedAt, note, acceptedStaleAgainst }) => (
            <Group key={id} gap={6}>
              <IconSignature size={16} aria-hidden />
              <Text size="sm" td={voidedAt ? 'line-through' : undefined}>
                {person.name} · {t(`seats.${seat}`)} · <Moment at={signedAt} near />
              </Text>
              {voidedAt && <Badge color="gray">{t('void')}</Badge>}
              {acceptedStaleAgainst && <Badge color="orange">{t('knowingly')}</Badge>}
              {note !== '' && <Text size="sm">“{note}”</Text>}
            </Group>
          ),
        )}
        {round.closedAt === null && review + approve > 0 && (
          <Text size="sm" c="var(--desk-quiet)">
            {t('stillAsked')} {review > 0 && t('seatsLeft.review', { count: review })}{' '}
            {approve > 0 && t('seatsLeft.approve', { count: approve })}
          </Text>
        )}
        {round.outcome && <Text size="sm">{t(`outcome.${round.outcome}`)}</Text>}
      </Stack>
    </Paper>
  );
}
