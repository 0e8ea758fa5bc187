import { Anchor, Badge, Button, Group, Paper, Tabs, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentThreads } from '../comments/comment-threads';
import { ComparisonView } from '../comparison/comparison-view';
import { LanguageMark } from '../design/language-mark';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { StateBadge } from '../design/state-badge';
import { PreviewButton } from '../preview/preview-button';
import { useSession } from '../session/session';
import { useIdInAddress } from '../shell/address';
import { TransitionButtons } from '../transitions/transition-buttons';
import { useEdition } from '../transitions/transitions';
import { PassedOver } from './passed-over';
import { useRounds } from './rounds';
import { seenBefore } from './seen-before';
import { Signatures } from './signatures';
import { TextToSign } from './text-to-sign';
import { WaitsFor } from './waits-for';
import classes from './review.module.css';

const tabs = ['text', 'changes', 'checks', 'comments', 'waits'] as const;

/** What an approver or reviewer reads before they sign exactly this revision, or send it back. */
export function ReviewPage() {
  const { t } = useTranslation(['review', 'shell']);
  const id = useIdInAddress('editionId');
  const { person } = useSession();
  const edition = useEdition(id);
  const rounds = useRounds(id);
  const [tab, setTab] = useState<string | null>(null);
  const failed = edition.error ?? rounds.error;
  if (failed) {
    return (
      <Page title={t('title')}>
        <ProblemAlert error={failed} />
      </Page>
    );
  }
  if (!edition.data || !rounds.data) {
    return (
      <Page title={t('title')}>
        <RowsSkeleton rows={6} />
      </Page>
    );
  }
  const { data: text } = edition;
  const before = seenBefore(rounds.data, person.id);
  const [round] = rounds.data;
  const revisionId = text.reviewRevisionId ?? text.approvedRevisionId ?? text.liveRevisionId;
  // Who has signed before wants to see first what is new.
  const shown = tab ?? (before.length > 0 && text.state === 'in_review' ? 'changes' : 'text');
  return (
    <Page
      wide
      title={text.title === '' ? t('untitled') : text.title}
      titleLanguage={text.language}
      actions={
        <PreviewButton
          editionId={id}
          language={text.language}
          revisionId={revisionId ?? undefined}
        />
      }
      about={
        <Group gap="xs">
          <LanguageMark language={text.language} />
          <StateBadge state={text.state} />
          {round && (
            <Badge variant="default">
              {t('round', { number: round.number, revision: round.revisionNumber })}
            </Badge>
          )}
          {text.stale && <Badge color="orange">{t('stale')}</Badge>}
          <Anchor
            component={Link}
            to={`/articles/${text.articleId}?language=${text.language}`}
            size="sm"
          >
            {t('openArticle')}
          </Anchor>
        </Group>
      }
    >
      {round && <Signatures round={round} />}
      <Tabs value={shown} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="text" pt="md">
          <TextToSign edition={text} revisionId={revisionId} />
        </Tabs.Panel>
        <Tabs.Panel value="changes" pt="md">
          {before.length === 0 && <Text c="var(--desk-quiet)">{t('firstTime')}</Text>}
          {revisionId &&
            before.map(({ why, revisionId: earlier }) => (
              <Paper key={why} withBorder p="md" mb="md" bg="var(--desk-paper)">
                <Text fw={600} mb="xs">
                  {t(`since.${why}`)}
                </Text>
                <ComparisonView from={earlier} to={revisionId} language={text.language} />
              </Paper>
            ))}
        </Tabs.Panel>
        <Tabs.Panel value="checks" pt="md">
          <PassedOver edition={text} />
        </Tabs.Panel>
        <Tabs.Panel value="comments" pt="md" maw="44rem">
          <CommentThreads editionId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="waits" pt="md">
          <WaitsFor articleId={text.articleId} />
        </Tabs.Panel>
      </Tabs>
      <div className={classes.bar}>
        {text.state === 'in_review' && !text.isSource && (
          <Button component={Link} variant="default" to={`/translate/${id}`}>
            {t('openSegments')}
          </Button>
        )}
        <TransitionButtons
          edition={text}
          always={text.state === 'in_review' ? ['sign_off', 'request_changes'] : []}
        />
      </div>
    </Page>
  );
}
