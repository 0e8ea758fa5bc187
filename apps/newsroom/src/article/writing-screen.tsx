import { Alert, Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countWords, formatNumber, languageSchema } from '@desk/languages';
import { announce } from '../design/announce';
import { Moment } from '../design/moment';
import { ProblemAlert } from '../design/problem-alert';
import { TransitionButtons } from '../transitions/transition-buttons';
import type { WorkingCopy } from '../transitions/transitions';
import { BodyEditor } from './editor/body-editor';
import { Conflict } from './conflict';
import { plainText } from './plain-text';
import { Presence } from './presence';
import { SidePanel } from './side-panel';
import { useWriting } from './use-writing';
import classes from './article.module.css';

/** Where a source is written: title, summary, text; beside it all that belongs to it. */
export function WritingScreen({ copy }: { copy: WorkingCopy }) {
  const { t, i18n } = useTranslation(['article', 'shell']);
  const writing = useWriting(copy);
  const [unfit, setUnfit] = useState(false);
  const { text, state } = writing;
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const deferred = useDeferredValue(text.body);
  const words = countWords(plainText(deferred), copy.language);
  useEffect(() => {
    if (state === 'offline' || state === 'conflict') announce(t(`save.${state}`), true);
  }, [state, t]);
  if (writing.theirs) {
    return <Conflict mine={text} theirs={writing.theirs} onChosen={writing.resolve} />;
  }
  return (
    <div className={classes.layout}>
      <Stack gap="md" miw={0}>
        {writing.found && (
          <Alert color="orange" title={t('found.title')}>
            <Stack gap="xs" align="start">
              <Text size="sm">
                {t('found.about')} <Moment at={writing.found.at} />
              </Text>
              <Group gap="xs">
                <Button size="xs" onClick={writing.takeFound}>
                  {t('found.take')}
                </Button>
                <Button size="xs" variant="default" onClick={writing.dropFound}>
                  {t('found.drop')}
                </Button>
              </Group>
            </Stack>
          </Alert>
        )}
        <Group gap="xs" justify="space-between" className={classes.state}>
          <Group gap="xs">
            <Badge
              color={state === 'offline' || state === 'refused' ? 'red' : 'gray'}
              variant="light"
            >
              {t(`save.${state}`)}
            </Badge>
            {writing.savedAt && state === 'saved' && (
              <Text size="sm" c="var(--desk-quiet)">
                <Moment at={writing.savedAt} near />
              </Text>
            )}
            <Text size="sm" c="var(--desk-quiet)">
              {t('words', { count: words, number: formatNumber(words, ui) })} ·{' '}
              {t('minutes', { count: Math.max(1, Math.round(words / 200)) })}
            </Text>
            <Presence editionId={copy.id} mode="editing" />
          </Group>
          <TransitionButtons
            edition={copy}
            only={['submit', 'recall', 'revise']}
            always={['submit']}
            before={() => (unfit ? Promise.resolve(false) : writing.flush())}
          />
        </Group>
        {state === 'refused' && (
          <ProblemAlert error={writing.error} retry={() => void writing.flush()} />
        )}
        {unfit && <Alert color="orange">{t('unfit')}</Alert>}
        <Textarea
          aria-label={t('title')}
          placeholder={t('title')}
          lang={copy.language}
          autosize
          variant="unstyled"
          classNames={{ input: classes.title ?? '' }}
          value={text.title}
          onChange={(event) => {
            writing.change({ title: event.currentTarget.value.replace(/\n/g, ' ') });
          }}
        />
        <Textarea
          aria-label={t('summary')}
          placeholder={t('summary')}
          lang={copy.language}
          autosize
          minRows={2}
          value={text.summary}
          onChange={(event) => {
            writing.change({ summary: event.currentTarget.value });
          }}
        />
        <BodyEditor
          key={writing.edition}
          initial={text.body}
          language={copy.language}
          onChange={(body) => {
            setUnfit(body === null);
            if (body) writing.change({ body });
          }}
        />
      </Stack>
      <SidePanel copy={copy} text={text} onChange={writing.change} before={writing.flush} />
    </div>
  );
}
