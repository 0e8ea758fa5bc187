import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconLanguage, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BodyView } from '../design/body-view';
import { EmptyState } from '../design/empty-state';
import { useSession } from '../session/session';
import { TransitionButtons } from '../transitions/transition-buttons';
import type { WorkingCopy } from '../transitions/transitions';
import { textOf } from './edition-text';
import { keptText } from './kept-text';
import { Presence } from './presence';
import { SidePanel } from './side-panel';
import classes from './article.module.css';

/** The text to be read, why it cannot be written now, and what can be done with it. */
export function ReadingScreen({ copy }: { copy: WorkingCopy }) {
  const { t } = useTranslation('article');
  const isKept = useIsKept(copy);
  const { title, summary, body } = copy.text;
  const empty = title === '' && summary === '' && body.content.length === 0;
  const why = useWhyNot(copy);
  return (
    <div className={classes.layout}>
      <Stack gap="md" miw={0}>
        <Group gap="xs" justify="space-between" className={classes.state}>
          <Presence editionId={copy.id} mode="reading" />
          <Group gap="xs">
            {!copy.isSource && (
              <Button
                component={Link}
                to={`/translate/${copy.id}`}
                leftSection={<IconLanguage size={18} aria-hidden />}
              >
                {t('tasks.translate')}
              </Button>
            )}
            <Button component={Link} to={`/review/${copy.id}`} variant="default">
              {t('tasks.review')}
            </Button>
            <TransitionButtons edition={copy} />
          </Group>
        </Group>
        <Alert color="gray" icon={<IconLock aria-hidden />}>
          {why}
        </Alert>
        {isKept && (
          <Alert color="orange" role="status" title={t('kept.title')}>
            {t('kept.about')}
          </Alert>
        )}
        {empty ? (
          <EmptyState title={t('empty.title')}>{t('empty.about')}</EmptyState>
        ) : (
          <div className={classes.paper}>
            <Title order={2} size="h2" lang={copy.language}>
              {title}
            </Title>
            {summary !== '' && (
              <Text fw={500} my="sm" lang={copy.language}>
                {summary}
              </Text>
            )}
            <BodyView body={body} language={copy.language} />
          </div>
        )}
      </Stack>
      <SidePanel copy={copy} writing={null} chosen={null} />
    </div>
  );
}

/** Whether something was typed here that the newsroom has not got. */
function useIsKept(copy: WorkingCopy): boolean {
  const { person } = useSession();
  const { data } = useQuery({
    queryKey: ['kept', copy.id, copy.version],
    queryFn: async () => (await keptText(person.id, copy.id, textOf(copy))) !== null,
  });
  return data ?? false;
}

/** Why the text cannot be written here and now. */
function useWhyNot({ isSource, state }: WorkingCopy): string {
  const { t } = useTranslation('article');
  if (!isSource) return t('why.translation');
  return state === 'draft' || state === 'changes_requested' ? t('why.notYours') : t(`why.${state}`);
}
