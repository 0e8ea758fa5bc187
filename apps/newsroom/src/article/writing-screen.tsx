import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommentAnchor } from '@desk/contracts';
import { announce } from '../design/announce';
import { ProblemAlert } from '../design/problem-alert';
import { TransitionButtons } from '../transitions/transition-buttons';
import type { WorkingCopy } from '../transitions/transitions';
import type { Missing } from './checklist';
import { Conflict } from './conflict';
import { BodyEditor, type BodyHands } from './editor/body-editor';
import { KeptNotice } from './kept-notice';
import { Presence } from './presence';
import { SaveLine } from './save-line';
import { SidePanel } from './side-panel';
import { useWriting } from './use-writing';
import { useHands, useReport } from './writing-help/use-writing-help';
import { WordCount } from './word-count';
import classes from './article.module.css';

/** Where a source is written: title, summary, text; beside it all that belongs to it. */
export function WritingScreen({ copy }: { copy: WorkingCopy }) {
  const { t } = useTranslation(['article', 'shell']);
  const writing = useWriting(copy);
  const hands = useRef<BodyHands>(null);
  const place = useRef<HTMLDivElement>(null);
  const [unfit, setUnfit] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<CommentAnchor | null>(null);
  const { text, saving, kept } = writing;
  const report = useReport(copy.id, text, hands);
  const helping = useHands(text, kept ? null : writing.change, hands);
  if (saving.theirs && choosing) {
    return (
      <Conflict
        mine={text}
        theirs={saving.theirs}
        base={saving.base}
        language={copy.language}
        onChosen={(merged) => {
          setChoosing(false);
          writing.resolve(merged);
        }}
      />
    );
  }
  // A transition names the version that is newest here, also before the edition is read anew.
  const edition = { ...copy, version: Math.max(copy.version, saving.base.version) };
  const goToComment = (anchor: CommentAnchor): void => {
    if (!hands.current?.goTo(anchor)) announce(t('comments.gone'));
  };
  const goToMissing = ({ what, block }: Missing): void => {
    const field = { title: 'article-title', summary: 'article-summary' }[String(what)];
    const editor = place.current?.querySelector<HTMLElement>('[role=textbox]');
    const found = field ? document.getElementById(field) : (editor?.children[block ?? 0] ?? editor);
    found?.scrollIntoView({ block: 'center' });
    const focused =
      what === 'alt' || what === 'credit' ? found?.querySelector<HTMLElement>('input') : null;
    if (focused) focused.focus();
    else if (found instanceof HTMLTextAreaElement) found.focus();
    else editor?.focus();
  };
  return (
    <div className={classes.layout}>
      <Stack gap="md" miw={0} ref={place}>
        {kept && (
          <KeptNotice
            kept={kept}
            language={copy.language}
            onTake={writing.takeKept}
            onDrop={writing.dropKept}
          />
        )}
        {saving.theirs && (
          <Alert color="orange" role="alert" title={t('conflict.title')}>
            <Stack gap="xs" align="start">
              <Text size="sm">{t('conflict.goOn')}</Text>
              <Button
                size="sm"
                onClick={() => {
                  setChoosing(true);
                }}
              >
                {t('conflict.choose')}
              </Button>
            </Stack>
          </Alert>
        )}
        {writing.newer && (
          <Alert color="blue" role="status" title={t('newer.title')}>
            <Button size="sm" variant="default" onClick={writing.takeNewer}>
              {t('newer.take')}
            </Button>
          </Alert>
        )}
        <Group gap="xs" justify="space-between" className={classes.state}>
          <Group gap="md">
            <SaveLine saving={saving} />
            <WordCount body={text.body} language={copy.language} />
            <Presence editionId={copy.id} mode="editing" />
          </Group>
          <TransitionButtons
            edition={edition}
            only={['submit', 'recall', 'revise']}
            always={['submit']}
            before={() => (unfit || kept ? Promise.resolve(false) : writing.flush())}
          />
        </Group>
        {(saving.state === 'refused' || saving.state === 'kept') && (
          <ProblemAlert error={saving.error} retry={() => void writing.flush()} />
        )}
        {unfit && (
          <Alert color="orange" role="alert">
            {t('unfit')}
          </Alert>
        )}
        <Textarea
          id="article-title"
          aria-label={t('title')}
          placeholder={t('title')}
          lang={copy.language}
          autosize
          maxLength={500}
          readOnly={kept !== null}
          autoFocus={text.title === '' && kept === null}
          variant="unstyled"
          classNames={{ input: classes.title ?? '' }}
          value={text.title}
          onChange={(event) => {
            writing.change({ title: event.currentTarget.value.replace(/\n/g, ' ') });
          }}
          onKeyDown={(event) => {
            // A title is one line: Enter leads on, unless an input method ends a word with it.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            document.getElementById('article-summary')?.focus();
          }}
        />
        <Textarea
          id="article-summary"
          aria-label={t('summary')}
          placeholder={t('summary')}
          lang={copy.language}
          autosize
          minRows={2}
          maxLength={3_000}
          readOnly={kept !== null}
          value={text.summary}
          onChange={(event) => {
            writing.change({ summary: event.currentTarget.value });
          }}
        />
        <BodyEditor
          key={writing.turn}
          initial={text.body}
          language={copy.language}
          readOnly={kept !== null}
          hands={hands}
          onSelect={setChosen}
          onChange={(body) => {
            setUnfit(body === null);
            if (body) writing.change({ body });
          }}
        />
      </Stack>
      <SidePanel
        copy={edition}
        writing={{
          text,
          change: writing.change,
          flush: writing.flush,
          goToMissing,
          goToComment,
          report: report.data,
          reportFailed: report.isError,
          hands: helping,
        }}
        chosen={chosen}
      />
    </div>
  );
}
