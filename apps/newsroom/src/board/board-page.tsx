import { Button, Checkbox, Stack, Table, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '@desk/languages';
import { EmptyState } from '../design/empty-state';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useMay } from '../session/session';
import { useAddress } from '../shell/address';
import { useBoard } from './board';
import { addressOf, boardAddressSchema, type BoardAddress } from './board-address';
import { BoardFilters } from './board-filters';
import { BoardRow } from './board-row';
import { Bottleneck } from './bottleneck';
import { BulkBar } from './bulk-bar';
import { SavedViews } from './saved-views';
import classes from './board.module.css';

/** All articles by language: where each stands, who has it, by when. */
export function BoardPage() {
  const { t } = useTranslation(['board', 'shell', 'workflow']);
  const navigate = useNavigate();
  const filter = useAddress(boardAddressSchema);
  const board = useBoard(filter);
  const directs = useMay('task.set_due');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const go = (next: BoardAddress): void => {
    setChosen([]);
    void navigate({ to: addressOf(next), replace: true });
  };
  const articles = board.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page wide title={t('shell:places.board')} about={t('about')}>
      {directs && <Bottleneck sectionId={filter.sectionId} />}
      <SavedViews filter={filter} onChosen={go} />
      <BoardFilters filter={filter} onChange={go} />
      {chosen.length > 0 && (
        <BulkBar
          articles={articles.filter(({ articleId }) => chosen.includes(articleId))}
          onDone={() => {
            setChosen([]);
          }}
        />
      )}
      {board.isError && <ProblemAlert error={board.error} retry={() => void board.refetch()} />}
      {board.isLoading && <RowsSkeleton height={72} />}
      {board.data && articles.length === 0 && (
        <EmptyState
          title={t('none.title')}
          action={
            <Button
              variant="default"
              onClick={() => {
                go({});
              }}
            >
              {t('none.all')}
            </Button>
          }
        >
          {t('none.about')}
        </EmptyState>
      )}
      {articles.length > 0 && (
        <Table className={classes.board} verticalSpacing="sm" aria-label={t('shell:places.board')}>
          <Table.Thead>
            <Table.Tr>
              {directs && (
                <Table.Th w={40}>
                  <Checkbox
                    aria-label={t('chooseAll')}
                    checked={chosen.length === articles.length}
                    indeterminate={chosen.length > 0 && chosen.length < articles.length}
                    onChange={(event) => {
                      setChosen(
                        event.currentTarget.checked
                          ? articles.map(({ articleId }) => articleId)
                          : [],
                      );
                    }}
                  />
                </Table.Th>
              )}
              <Table.Th>{t('article')}</Table.Th>
              {languages.map((language) => (
                <Table.Th key={language}>{t(`workflow:languages.${language}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {articles.map((article) => (
              <BoardRow
                key={article.articleId}
                article={article}
                choosable={directs}
                chosen={chosen.includes(article.articleId)}
                onChoose={(wanted) => {
                  setChosen((before) =>
                    wanted
                      ? [...before, article.articleId]
                      : before.filter((id) => id !== article.articleId),
                  );
                }}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {board.hasNextPage && (
        <Stack align="center">
          <Button
            variant="default"
            loading={board.isFetchingNextPage}
            onClick={() => void board.fetchNextPage()}
          >
            {t('shell:more')}
          </Button>
        </Stack>
      )}
      {board.data && (
        <Text size="sm" c="var(--desk-quiet)">
          {t('shown', { count: articles.length })}
        </Text>
      )}
    </Page>
  );
}
