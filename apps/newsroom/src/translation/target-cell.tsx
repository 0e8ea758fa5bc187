import { Alert, Button, Group, Kbd, Stack, Text } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { ProblemAlert, useProblemText } from '../design/problem-alert';
import { SegmentEditor, type SegmentHands } from './segment-editor';
import type { Segment } from './sheet';
import type { Work } from './use-work';
import { WrittenText } from './written-text';

/** The target that is worked on: the editor, where its text is saved, what to do next. */
export function TargetCell({
  work,
  into,
  readOnly,
  hands,
  takesFocus,
  doubt,
  onConfirm,
}: {
  work: Work;
  into: Language;
  readOnly: boolean;
  hands: RefObject<SegmentHands | null>;
  takesFocus: () => boolean;
  doubt: UseMutationResult<unknown, Error, Segment>;
  onConfirm: () => void;
}) {
  const { t } = useTranslation('translation');
  const problemText = useProblemText();
  const { current } = work;
  if (!current) return null;
  const bad = work.state !== 'saved' && work.error !== null;
  return (
    <Stack gap={6}>
      <SegmentEditor
        key={`${current.id} ${work.turn}`}
        language={into}
        label={t('targetOf', { number: current.position + 1 })}
        written={work.text}
        readOnly={readOnly}
        onChange={work.type}
        hands={hands}
        takesFocus={takesFocus}
      />
      {work.theirs !== null && <Conflict work={work} into={into} theirs={work.theirs} />}
      {doubt.isError && <ProblemAlert error={doubt.error} />}
      <Group justify="space-between" gap="xs">
        <Text size="xs" c={bad ? 'red' : 'var(--desk-quiet)'} data-save={work.state}>
          {t(`save.${work.state}`)}
          {work.error !== null && work.state !== 'conflict' && ` ${problemText(work.error)}`}
        </Text>
        {!readOnly && (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant={current.doubtful ? 'light' : 'subtle'}
              color={current.doubtful ? 'violet' : 'gray'}
              aria-pressed={current.doubtful}
              loading={doubt.isPending}
              rightSection={<Kbd size="xs">Alt U</Kbd>}
              onClick={() => {
                doubt.mutate(current);
              }}
            >
              {t('doubtful')}
            </Button>
            <Button
              size="compact-sm"
              rightSection={<Kbd size="xs">Ctrl Enter</Kbd>}
              disabled={work.text.trim() === '' || work.theirs !== null}
              onClick={onConfirm}
            >
              {t('confirm')}
            </Button>
          </Group>
        )}
      </Group>
    </Stack>
  );
}

/** Somebody else saved this segment meanwhile: both texts, to choose from. */
function Conflict({ work, into, theirs }: { work: Work; into: Language; theirs: string }) {
  const { t } = useTranslation('translation');
  return (
    <Alert color="orange" title={t('conflict.title')} role="alert">
      <Stack gap="xs">
        <Text size="sm">{t('conflict.theirs')}</Text>
        <Text size="sm">
          <WrittenText language={into} written={theirs} />
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" onClick={work.keepMine}>
            {t('conflict.keepMine')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={work.takeTheirs}>
            {t('conflict.takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
