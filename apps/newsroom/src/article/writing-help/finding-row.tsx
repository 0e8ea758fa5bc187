import { Button, Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WritingFinding } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { answer, api } from '../../api/client';
import { ProblemAlert } from '../../design/problem-alert';
import { useAction } from '../../design/use-action';
import { useMay } from '../../session/session';
import type { WritingHands } from './writing-panel';

/** So many corrections are offered at once. */
const MOST_OFFERED = 3;
/** Of a line in an old alphabet so much is shown. */
const LONGEST_SHOWN = 120;

/** The names of alphabets, the same in every language. */
const alphabets: Readonly<Record<string, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI-Windows',
  vps: 'VPS',
  viscii: 'VISCII',
};

/** One finding: the words, why, what could stand there, and ways to leave it. */
export function FindingRow({
  editionId,
  language,
  finding,
  hands,
}: {
  editionId: string;
  language: Language;
  finding: WritingFinding;
  hands: WritingHands;
}) {
  const { t } = useTranslation('article');
  const mayAddWords = useMay('glossary.manage');
  const { kind, words, corrections, other } = finding;
  const ignore = useAction(
    () =>
      answer(
        api.PUT('/api/v1/editions/{id}/writing-ignores', {
          params: { path: { id: editionId } },
          body: { kind, words: words.slice(0, 500), ignored: true },
        }),
      ),
    { outdates: ['writing-checks'], done: t('writing.isIgnored') },
  );
  const learn = useAction(
    () => answer(api.POST('/api/v1/spelling-words', { body: { language, word: words } })),
    { outdates: ['writing-checks'], done: t('writing.learned') },
  );
  return (
    <Paper component="li" withBorder p="xs" bg="var(--desk-paper)">
      <UnstyledButton
        mih={28}
        onClick={() => {
          hands.goTo(finding);
        }}
      >
        <Text fw={600} lang={language} component="q">
          {shortened(words)}
        </Text>
      </UnstyledButton>
      <Text size="sm" mb={6}>
        {t(`writing.${kind}`, { other: alphabets[other ?? ''] ?? other ?? '' })}
      </Text>
      {ignore.isError && <ProblemAlert error={ignore.error} />}
      {learn.isError && <ProblemAlert error={learn.error} />}
      <Group gap={6}>
        {corrections.slice(0, MOST_OFFERED).map((correction) => (
          <Button
            key={correction}
            size="compact-md"
            mih={32}
            h="auto"
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
            variant="light"
            c="var(--desk-accent)"
            {...(correction !== '' && { lang: language })}
            onClick={() => {
              hands.correct([[finding, correction]]);
            }}
          >
            {correction === '' ? t('writing.takeOut') : shortened(correction)}
          </Button>
        ))}
        <Button
          size="compact-md"
          mih={32}
          variant="default"
          loading={ignore.isPending}
          aria-label={t('writing.ignoreWords', { words: shortened(words) })}
          onClick={() => {
            ignore.mutate();
          }}
        >
          {t('writing.ignore')}
        </Button>
        {kind === 'spelling' && mayAddWords && (
          <Button
            size="compact-md"
            mih={32}
            variant="default"
            loading={learn.isPending}
            aria-label={t('writing.learnWords', { words })}
            onClick={() => {
              learn.mutate();
            }}
          >
            {t('writing.learn')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

const shortened = (words: string): string =>
  words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words;
