import { Alert, Button, Group, Kbd, Stack, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { useProblemText } from '../design/problem-alert';
import { SegmentEditor, type SegmentHands } from './segment-editor';
import type { Work } from './use-work';
import { WrittenText } from './written-text';

/** The target that is worked on: the editor, where its text is saved, what to do next. */
export function TargetCell({
  work,
  into,
  readOnly,
  hands,
  onConfirm,
}: {
  work: Work;
  into: Language;
  readOnly: boolean;
  hands: RefObject<SegmentHands | null>;
  onConfirm: () => void;
}) {
  const { t } = useTranslation('translation');
  const problemText = useProblemText();
  const { current } = work;
  if (!current) return null;
  return (
    <Stack gap={6}>
      <SegmentEditor
        key={`${current.id} ${work.state === 'kept' && work.text !== current.target ? 'kept' : ''}`}
        language={into}
        label={t('targetOf', { number: current.position + 1 })}
        written={work.text}
        readOnly={readOnly}
        onChange={work.type}
        hands={hands}
      />
      {work.theirs !== null && <Conflict work={work} into={into} theirs={work.theirs} />}
      <Group justify="space-between" gap="xs">
        <Text size="xs" c={work.state === 'kept' ? 'red' : 'var(--desk-quiet)'}>
          {work.error === null || work.state === 'conflict'
            ? t(`save.${work.state}`)
            : `${t('save.kept')} ${problemText(work.error)}`}
        </Text>
        {!readOnly && (
          <Button
            size="compact-sm"
            rightSection={<Kbd size="xs">Ctrl Enter</Kbd>}
            disabled={work.text.trim() === '' || work.theirs !== null}
            onClick={onConfirm}
          >
            {t('confirm')}
          </Button>
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
          <Button
            size="compact-sm"
            onClick={() => {
              work.resolve(work.text);
            }}
          >
            {t('conflict.keepMine')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              work.resolve(theirs);
            }}
          >
            {t('conflict.takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
