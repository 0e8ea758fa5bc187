import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Shape } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { LanguageMark } from '../design/language-mark';
import { Moment } from '../design/moment';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { TitleText } from '../design/title-text';
import { placeOf } from '../queue/task-place';
import { urgencyOf } from '../queue/due';
import { useMay, useSession } from '../session/session';
import { EditionLine } from './edition-line';

type Today = Shape<'Today'>;

/** What waits for me, what I sent and where it stands, what went public. */
export function TodayPage() {
  const { t } = useTranslation(['today', 'shell']);
  const { person } = useSession();
  const mayWrite = useMay('article.create');
  const today = useQuery({ queryKey: ['today'], queryFn: () => answer(api.GET('/api/v1/today')) });
  return (
    <Page title={t('shell:places.today')} about={t('hello', { name: person.name })}>
      {today.isError && <ProblemAlert error={today.error} retry={() => void today.refetch()} />}
      {today.isLoading && <RowsSkeleton height={84} />}
      {today.data && (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
          <Stack gap="xl">
            <Waiting waiting={today.data.waiting} />
            {(mayWrite || today.data.drafts.length > 0) && <Drafts drafts={today.data.drafts} />}
          </Stack>
          <Stack gap="xl">
            <Sent sent={today.data.sent} />
            <Published published={today.data.published} />
          </Stack>
        </SimpleGrid>
      )}
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Waiting({ waiting }: Pick<Today, 'waiting'>) {
  const { t } = useTranslation('today');
  return (
    <Part title={t('waiting.title')}>
      {waiting.length === 0 && (
        <EmptyState
          title={t('waiting.none')}
          action={
            <Button component={Link} to="/queue?view=team" variant="default">
              {t('waiting.look')}
            </Button>
          }
        >
          {t('waiting.noneAbout')}
        </EmptyState>
      )}
      {waiting.map((item) => (
        <Paper
          key={`${item.why} ${item.editionId} ${item.task?.id ?? ''}`}
          withBorder
          p="sm"
          bg="var(--desk-paper)"
        >
          <Stack gap={4}>
            <Group gap={6}>
              <Badge variant="outline" color={item.why === 'returned' ? 'orange' : 'gray'}>
                {t(`why.${item.why}`)}
              </Badge>
              <LanguageMark language={item.language} />
              {item.task?.priority === 'urgent' && <Badge color="red">{t('urgent')}</Badge>}
              {item.dueAt && (
                <Text
                  size="sm"
                  c={urgencyOf(item.dueAt, new Date()) === 'overdue' ? 'red' : 'var(--desk-quiet)'}
                >
                  {t('due')} <Moment at={item.dueAt} near />
                </Text>
              )}
            </Group>
            <Anchor
              component={Link}
              to={item.task ? placeOf(item.task) : `/editions/${item.editionId}`}
              fw={600}
              c="var(--desk-ink)"
            >
              <TitleText title={item.title} />
            </Anchor>
            {item.returned && (
              <Text size="sm">
                {item.returned.by?.name}: “{item.returned.comment}”
              </Text>
            )}
          </Stack>
        </Paper>
      ))}
    </Part>
  );
}

function Drafts({ drafts }: Pick<Today, 'drafts'>) {
  const { t } = useTranslation(['today', 'shell']);
  return (
    <Part title={t('drafts.title')}>
      {drafts.length === 0 && (
        <EmptyState
          title={t('drafts.none')}
          action={
            <Button component={Link} to="/articles/new">
              {t('shell:newArticle')}
            </Button>
          }
        >
          {t('drafts.noneAbout')}
        </EmptyState>
      )}
      {drafts.map(({ editionId, title, language, updatedAt }) => (
        <Line
          key={editionId}
          to={`/editions/${editionId}`}
          title={title === '' ? t('untitled') : title}
        >
          <LanguageMark language={language} />
          <Moment at={updatedAt} near />
        </Line>
      ))}
    </Part>
  );
}

function Sent({ sent }: Pick<Today, 'sent'>) {
  const { t } = useTranslation('today');
  return (
    <Part title={t('sent.title')}>
      {sent.length === 0 && <Quiet>{t('sent.none')}</Quiet>}
      {sent.map((article) => (
        <Paper key={article.articleId} withBorder p="sm" bg="var(--desk-paper)">
          <Stack gap={6}>
            <Anchor
              component={Link}
              to={`/articles/${article.articleId}`}
              fw={600}
              c="var(--desk-ink)"
            >
              <TitleText title={article.title} />
            </Anchor>
            {article.editions.map((edition) => (
              <EditionLine key={edition.id} edition={edition} />
            ))}
          </Stack>
        </Paper>
      ))}
    </Part>
  );
}

function Published({ published }: Pick<Today, 'published'>) {
  const { t } = useTranslation('today');
  return (
    <Part title={t('published.title')}>
      {published.length === 0 && <Quiet>{t('published.none')}</Quiet>}
      {published.map(({ editionId, title, language, publishedAt, address }) => (
        <Line key={editionId} to={`/editions/${editionId}`} title={title}>
          <LanguageMark language={language} />
          <Moment at={publishedAt} near />
          {address && (
            <Anchor href={address} target="_blank" rel="noopener" size="sm">
              {t('published.see')}
            </Anchor>
          )}
        </Line>
      ))}
    </Part>
  );
}

function Line({ to, title, children }: { to: string; title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)">
      <Anchor component={Link} to={to} fw={500} c="var(--desk-ink)">
        <TitleText title={title} />
      </Anchor>
      <Group gap={8} fz="sm" c="var(--desk-quiet)">
        {children}
      </Group>
    </Paper>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <Text c="var(--desk-quiet)">{children}</Text>;
}
