import { Badge, Button, Group, Progress, SegmentedControl, Text } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText } from '@desk/contracts';
import { announce } from '../design/announce';
import { LanguageMark } from '../design/language-mark';
import { Page } from '../design/page';
import { StateBadge } from '../design/state-badge';
import { TransitionButtons } from '../transitions/transition-buttons';
import type { WorkingCopy } from '../transitions/transitions';
import { Concordance } from './concordance';
import { FilterBar } from './filter-bar';
import { filtered, nextToDo, type Filter } from './filters';
import { KeySheet } from './key-sheet';
import type { Deed } from './keys';
import { useMatches } from './matches-panel';
import { codePieces, missingCodes } from './pieces';
import { PreviewPane } from './preview-pane';
import type { SegmentHands } from './segment-editor';
import { SegmentList } from './segment-list';
import { useDoubt, type Segment, type Sheet } from './sheet';
import { SidePanel } from './side-panel';
import { TargetCell } from './target-cell';
import { TaskLine } from './task-line';
import classes from './translation.module.css';
import { UnsentNotice } from './unsent-notice';
import { useKeys } from './use-keys';
import { useWork } from './use-work';

const views = ['segments', 'preview'] as const;
type View = (typeof views)[number];

/** Where a translator works: the list, the segment at hand, what helps with it. */
export function Workbench({ edition, sheet }: { edition: WorkingCopy; sheet: Sheet }) {
  const { t } = useTranslation('translation');
  const queries = useQueryClient();
  const open = edition.state === 'draft' || edition.state === 'changes_requested';
  const first = sheet.items.find(({ status }) => status !== 'confirmed') ?? sheet.items[0];
  const work = useWork(edition.id, sheet, open ? first : undefined);
  const doubt = useDoubt(edition.id);
  const hands = useRef<SegmentHands>(null);
  const wanted = useRef(true);
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const [view, setView] = useState<View>('segments');
  const [asking, setAsking] = useState<'keys' | 'concordance' | null>(null);
  const { sourceLanguage: from, language: into } = edition;
  const matches = useMatches(work.current, from, into, edition.sectionId);
  // What is worked on stays in sight, whatever its filter says of it after it was confirmed.
  const shown = filtered(work.items, filter, words);
  const segments =
    work.current && !shown.some(({ id }) => id === work.current?.id)
      ? work.items.filter((one) => one.id === work.current?.id || shown.includes(one))
      : shown;

  const go = (segment: Segment | undefined): void => {
    if (!segment || segment.id === work.current?.id) return;
    wanted.current = true;
    work.open(segment);
  };
  const takesFocus = (): boolean => {
    const { current } = wanted;
    wanted.current = false;
    return current;
  };
  const neighbour = (step: 1 | -1): Segment | undefined =>
    segments[segments.findIndex(({ id }) => id === work.current?.id) + step];

  async function confirm(): Promise<void> {
    const { current } = work;
    if (!current || !(await work.confirm())) return;
    const next = nextToDo(segments, current.id);
    announce(next ? t('confirmed', { number: current.position + 1 }) : t('allConfirmed'));
    go(next);
  }

  const does: Record<Deed, (number: number) => void> = {
    confirm: () => void confirm(),
    next: () => {
      go(neighbour(1));
    },
    previous: () => {
      go(neighbour(-1));
    },
    nextToDo: () => {
      go(nextToDo(segments, work.current?.id ?? ''));
    },
    copySource: () => hands.current?.replace(work.current?.source ?? ''),
    draft: () =>
      void work.toDraft().then((kept) => {
        if (kept) announce(t('markedDraft'));
      }),
    doubtful: () => {
      const { current } = work;
      if (!current || !open || doubt.isPending) return;
      doubt.mutate(current, {
        onSuccess: ({ doubtful }) => {
          announce(t(doubtful ? 'markedDoubtful' : 'unmarkedDoubtful'));
        },
      });
    },
    match: (number) => {
      const match = matches.data?.[number - 1];
      if (match) hands.current?.replace(match.target);
    },
    code: (number) => {
      const code = codePieces(work.current?.source ?? '')[number - 1];
      if (code) hands.current?.insert(code);
    },
    concordance: () => {
      setAsking('concordance');
    },
    comment: () => document.getElementById('comment-text')?.focus(),
    preview: () => {
      setView(view === 'preview' ? 'segments' : 'preview');
    },
    keys: () => {
      setAsking('keys');
    },
  };
  const closeDialog = (): void => {
    setAsking(null);
    hands.current?.focus();
  };
  useKeys({
    does,
    silent: asking !== null,
    back: () => hands.current?.focus(),
  });

  /** Who saves a first segment becomes a contributor: the edition has another version then. */
  const fresh = async (): Promise<boolean> => {
    await queries.refetchQueries({ queryKey: ['edition', edition.id], exact: true });
    return true;
  };
  const percent = sheet.total === 0 ? 0 : Math.floor((sheet.confirmed / sheet.total) * 100);
  const source = sheet.items.find(({ kind }) => kind === 'title')?.source;
  return (
    <Page
      wide
      title={source ? plainText(source) : edition.title}
      titleLanguage={from}
      about={
        <Group gap="xs">
          <LanguageMark language={from} /> → <LanguageMark language={into} />
          <StateBadge state={edition.state} />
          {sheet.items.some(({ previousSource }) => previousSource !== null) && (
            <Badge color="orange">{t('stale')}</Badge>
          )}
          <TaskLine editionId={edition.id} language={into} />
        </Group>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconKeyboard size={18} aria-hidden />}
            onClick={() => {
              setAsking('keys');
            }}
          >
            {t('keys.title')}
          </Button>
          <TransitionButtons
            edition={edition}
            only={['submit', 'recall', 'revise']}
            always={open ? ['submit'] : []}
            before={async () => (await work.flush()) && fresh()}
          />
        </>
      }
    >
      <Group gap="sm" wrap="nowrap">
        <Progress
          value={percent}
          flex={1}
          size="md"
          aria-label={t('progress', { confirmed: sheet.confirmed, total: sheet.total })}
        />
        <Text size="sm">{t('progress', { confirmed: sheet.confirmed, total: sheet.total })}</Text>
      </Group>
      <Group justify="space-between" gap="sm">
        <FilterBar
          items={work.items}
          filter={filter}
          words={words}
          onFilter={setFilter}
          onWords={setWords}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('view.label')}
          value={view}
          data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(value) => {
            setView(value === 'preview' ? 'preview' : 'segments');
          }}
        />
      </Group>
      <UnsentNotice work={work} onOpen={go} />
      <div className={classes.layout}>
        <div className={classes.list}>
          {view === 'preview' ? (
            <PreviewPane editionId={edition.id} language={into} />
          ) : (
            <SegmentList
              segments={segments}
              from={from}
              into={into}
              currentId={work.current?.id ?? null}
              onOpen={go}
              editor={
                <TargetCell
                  work={work}
                  into={into}
                  readOnly={!open}
                  hands={hands}
                  takesFocus={takesFocus}
                  doubt={doubt}
                  onConfirm={() => void confirm()}
                />
              }
            />
          )}
        </div>
        <SidePanel
          segment={work.current}
          from={from}
          into={into}
          matches={matches.data ?? []}
          loading={matches.isLoading}
          missing={work.current ? missingCodes(work.current.source, work.text) : []}
          hands={hands}
          text={work.text}
          edition={edition}
          suggestions={sheet.suggestions}
        />
      </div>
      {asking === 'keys' && <KeySheet onClose={closeDialog} />}
      {asking === 'concordance' && (
        <Concordance
          from={from}
          into={into}
          words={window.getSelection()?.toString() ?? ''}
          onClose={closeDialog}
          onTake={(text) => {
            closeDialog();
            hands.current?.insert(plainText(text));
          }}
        />
      )}
    </Page>
  );
}
