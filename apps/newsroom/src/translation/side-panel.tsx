import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import type { Shape } from '../api/client';
import type { WorkingCopy } from '../transitions/transitions';
import { CommentThreads, useThreads } from '../comments/comment-threads';
import { SegmentComments } from './segment-comments';
import { FindingsPanel } from './findings-panel';
import { MatchesPanel, type Match } from './matches-panel';
import type { CodePiece } from './pieces';
import type { SegmentHands } from './segment-editor';
import type { Segment } from './sheet';
import { SourceChange } from './source-change';
import { TermsPanel } from './terms-panel';
import classes from './translation.module.css';

/** What helps with the segment at hand: its change, checks, codes, matches, terms, comments. */
export function SidePanel({
  segment,
  from,
  into,
  matches,
  loading,
  missing,
  hands,
  text,
  edition,
  suggestions,
}: {
  segment: Segment | undefined;
  from: Language;
  into: Language;
  matches: readonly Match[];
  loading: boolean;
  missing: readonly CodePiece[];
  hands: RefObject<SegmentHands | null>;
  text: string;
  edition: WorkingCopy;
  suggestions: Shape<'Suggestions'> | null;
}) {
  const { t } = useTranslation('translation');
  const threads = useThreads(edition.id);
  if (!segment) {
    return (
      <aside className={classes.side} aria-label={t('help')}>
        <Text size="sm" c="var(--desk-quiet)">
          {t('chooseSegment')}
        </Text>
      </aside>
    );
  }
  return (
    <aside className={classes.side} aria-label={t('help')}>
      <Stack gap="md">
        {suggestions?.message && (
          <Alert color="gray" p="xs">
            <Text size="sm">{suggestions.message}</Text>
          </Alert>
        )}
        {segment.sourceDifference !== null && (
          <Part title={t('sourceChanged')}>
            <SourceChange segment={segment} language={from} />
          </Part>
        )}
        {missing.length > 0 && (
          <Part title={t('codes.title')}>
            <Group gap={4}>
              {missing.map((code) => (
                <Button
                  key={`${code.type}${code.id}`}
                  size="compact-sm"
                  variant="default"
                  onClick={() => hands.current?.insert(code)}
                >
                  {t(`codes.${code.type}`, { id: code.id })}
                </Button>
              ))}
            </Group>
          </Part>
        )}
        <Part title={t('checks.title')}>
          <FindingsPanel
            segment={segment}
            onFix={({ start, end, text: mended }) =>
              hands.current?.replace(text.slice(0, start) + mended + text.slice(end))
            }
          />
        </Part>
        <Part title={t('matches.title')}>
          <MatchesPanel
            matches={matches}
            loading={loading}
            from={from}
            into={into}
            onTake={({ target }) => hands.current?.replace(target)}
          />
        </Part>
        <Part title={t('terms.title')}>
          <TermsPanel
            terms={segment.terms}
            from={from}
            into={into}
            onInsert={(term) => hands.current?.insert(term)}
          />
        </Part>
        <Part title={t('comments.title')}>
          <SegmentComments articleId={edition.articleId} segment={segment} />
        </Part>
        {threads.data && threads.data.length > 0 && (
          <Part title={t('comments.ofTranslation')}>
            <CommentThreads editionId={edition.id} />
          </Part>
        )}
      </Stack>
    </aside>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h6" mb={6}>
        {title}
      </Title>
      {children}
    </section>
  );
}
