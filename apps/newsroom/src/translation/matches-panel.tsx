import { Badge, Button, Group, Kbd, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { answer, api, type Shape } from '../api/client';
import { Difference } from './difference';
import type { Segment } from './sheet';
import { WrittenText } from './written-text';

export type Match = Shape<'MemoryMatch'>;

/** What the memory has for a segment, best first. */
export function useMatches(
  segment: Segment | undefined,
  from: Language,
  into: Language,
  sectionId: string | undefined,
) {
  return useQuery({
    queryKey: ['memory', 'look-up', from, into, sectionId, segment?.source],
    enabled: segment !== undefined,
    staleTime: 300_000,
    queryFn: async () => {
      const body = {
        text: segment?.source ?? '',
        sourceLanguage: from,
        targetLanguage: into,
        limit: 9,
        least: 60,
        ...(sectionId && { sectionId }),
      };
      return (await answer(api.POST('/api/v1/memory/look-up', { body }))).items;
    },
  });
}

/** The memory's matches with what differs; each is taken by its number. */
export function MatchesPanel({
  matches,
  loading,
  from,
  into,
  onTake,
}: {
  matches: readonly Match[];
  loading: boolean;
  from: Language;
  into: Language;
  onTake: (match: Match) => void;
}) {
  const { t } = useTranslation('translation');
  if (loading) return <Skeleton h={72} />;
  if (matches.length === 0) {
    return (
      <Text size="sm" c="var(--desk-quiet)">
        {t('matches.none')}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {matches.map((match, index) => (
        <Paper key={match.unitId} withBorder p="xs" bg="var(--desk-paper)">
          <Stack gap={4}>
            <Group justify="space-between" gap="xs">
              <Group gap={4}>
                <Badge color={match.score >= 100 ? 'green' : 'blue'}>{match.score}%</Badge>
                {match.reversed && <Badge color="gray">{t('matches.reversed')}</Badge>}
                {match.pivot && <Badge color="gray">{t('matches.pivot')}</Badge>}
                {match.adapted && <Badge color="violet">{t('matches.adapted')}</Badge>}
              </Group>
              <Button
                size="compact-xs"
                variant="light"
                rightSection={<Kbd size="xs">Alt {index + 1}</Kbd>}
                onClick={() => {
                  onTake(match);
                }}
              >
                {t('matches.take')}
              </Button>
            </Group>
            <Text size="sm" c="var(--desk-quiet)">
              <Difference language={from} runs={match.difference} />
            </Text>
            <Text size="sm">
              <WrittenText language={into} written={match.target} />
            </Text>
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
