import { Badge, Button, Group, Paper, Select, Slider, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, languageSchema, type Language } from '@desk/languages';
import { answer, api, type Shape } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { Difference } from '../translation/difference';
import { WrittenText } from '../translation/written-text';

interface Question {
  readonly text: string;
  readonly sourceLanguage: Language;
  readonly targetLanguage: Language;
  readonly least: number;
}

/** What the memory would offer for a sentence: to see why a translator got this match. */
export function LookUp() {
  const { t, i18n } = useTranslation(['memory', 'workflow']);
  const [question, setQuestion] = useState<Question>({
    text: '',
    sourceLanguage: languageSchema.catch('vi').parse(i18n.language),
    targetLanguage: i18n.language === 'en' ? 'vi' : 'en',
    least: 60,
  });
  const [asked, setAsked] = useState<Question | null>(null);
  const found = useQuery({
    queryKey: ['memory', 'look-up', 'try', asked],
    enabled: asked !== null,
    queryFn: async () =>
      asked
        ? (await answer(api.POST('/api/v1/memory/look-up', { body: { ...asked, limit: 20 } })))
            .items
        : [],
  });
  const named = languages.map((value) => ({ value, label: t(`workflow:languages.${value}`) }));
  const put = (part: Partial<Question>): void => {
    setQuestion({ ...question, ...part });
  };
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ ...question, text: question.text.trim() });
        }}
      >
        <Stack gap="sm">
          <Textarea
            label={t('lookUp.text')}
            description={t('lookUp.about')}
            lang={question.sourceLanguage}
            autosize
            minRows={2}
            required
            value={question.text}
            onChange={(event) => {
              put({ text: event.currentTarget.value });
            }}
          />
          <Group gap="sm" align="end">
            {(['sourceLanguage', 'targetLanguage'] as const).map((side) => (
              <Select
                key={side}
                flex="1 1 9rem"
                label={t(`filter.${side}`)}
                allowDeselect={false}
                value={question[side]}
                data={named.filter(
                  ({ value }) => side === 'sourceLanguage' || value !== question.sourceLanguage,
                )}
                onChange={(value) => {
                  const language = languages.find((one) => one === value);
                  if (!language) return;
                  const clash = side === 'sourceLanguage' && language === question.targetLanguage;
                  put({
                    [side]: language,
                    ...(clash && { targetLanguage: question.sourceLanguage }),
                  });
                }}
              />
            ))}
            <Stack gap={2} flex="2 1 14rem">
              <Text size="sm" fw={500}>
                {t('lookUp.least', { percent: question.least })}
              </Text>
              <Slider
                thumbLabel={t('lookUp.leastLabel')}
                label={null}
                min={30}
                max={100}
                step={5}
                value={question.least}
                onChange={(least) => {
                  put({ least });
                }}
              />
            </Stack>
            <Button type="submit" loading={found.isFetching}>
              {t('lookUp.ask')}
            </Button>
          </Group>
        </Stack>
      </form>
      {found.isError && <ProblemAlert error={found.error} />}
      {found.isLoading && <RowsSkeleton rows={3} height={80} />}
      {found.data?.length === 0 && (
        <EmptyState title={t('lookUp.none')}>{t('lookUp.noneAbout')}</EmptyState>
      )}
      {asked &&
        found.data?.map((match) => <Match key={match.unitId} match={match} asked={asked} />)}
    </Stack>
  );
}

function Match({ match, asked }: { match: Shape<'MemoryMatch'>; asked: Question }) {
  const { t } = useTranslation(['memory', 'workflow']);
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)" component="article">
      <Stack gap={6}>
        <Group gap={6}>
          <Badge color={match.score >= 100 ? 'green' : 'blue'}>{match.score}%</Badge>
          {match.reversed && <Badge color="gray">{t('lookUp.reversed')}</Badge>}
          {match.pivot && (
            <Badge color="gray">
              {t('lookUp.pivot', { language: t(`workflow:languages.${match.pivot}`) })}
            </Badge>
          )}
          {match.adapted?.map(({ from, to }) => (
            <Badge key={from + to} color="violet">
              {from} → {to}
            </Badge>
          ))}
        </Group>
        <Text size="sm" c="var(--desk-quiet)">
          <Difference language={asked.sourceLanguage} runs={match.difference} />
        </Text>
        <WrittenText language={asked.targetLanguage} written={match.target} />
      </Stack>
    </Paper>
  );
}
