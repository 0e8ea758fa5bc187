import { Badge, Group, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { languageSchema } from '@desk/languages';
import { answer, api } from '../api/client';
import { LanguageMark } from '../design/language-mark';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { StateBadge } from '../design/state-badge';
import { useAddress, useIdInAddress } from '../shell/address';
import { PreviewButton } from '../preview/preview-button';
import { useEdition } from '../transitions/transitions';
import { Follow } from './follow';
import { ReadingScreen } from './reading-screen';
import { WritingScreen } from './writing-screen';

const addressSchema = z.object({ language: languageSchema.optional().catch(undefined) });
const editable = ['draft', 'changes_requested'];

/** An article with its editions: the source is written here, the others are read. */
export function ArticlePage() {
  const { t } = useTranslation(['article', 'shell']);
  const navigate = useNavigate();
  const id = useIdInAddress('articleId');
  const { language } = useAddress(addressSchema);
  const article = useQuery({
    queryKey: ['article', id],
    queryFn: () => answer(api.GET('/api/v1/articles/{id}', { params: { path: { id } } })),
  });
  const source = article.data?.editions.find(({ isSource }) => isSource);
  const head = article.data?.editions.find((one) => one.language === language) ?? source;
  const edition = useEdition(head?.id);
  const failed = article.error ?? edition.error;
  if (failed) {
    return (
      <Page title={t('article')}>
        <ProblemAlert error={failed} />
      </Page>
    );
  }
  if (!article.data || !head || !edition.data) {
    return (
      <Page title={t('article')} wide>
        <RowsSkeleton rows={6} height={72} />
      </Page>
    );
  }
  const copy = edition.data;
  const writable = copy.mayWrite && editable.includes(copy.state);
  return (
    <Page
      wide
      title={head.title === '' ? t('untitled') : head.title}
      titleLanguage={head.language}
      titleHidden={writable}
      actions={
        <>
          <PreviewButton editionId={copy.id} language={copy.language} />
          <Follow articleId={id} />
        </>
      }
      about={
        <Tabs
          value={head.language}
          onChange={(next) => {
            void navigate({ to: `/articles/${id}?language=${next ?? ''}`, replace: true });
          }}
          mt="xs"
        >
          <Tabs.List>
            {article.data.editions.map((one) => (
              <Tabs.Tab key={one.id} value={one.language}>
                <Group gap={6} wrap="nowrap">
                  <LanguageMark language={one.language} />
                  <StateBadge state={one.state} />
                  {one.isSource && <Badge variant="outline">{t('source')}</Badge>}
                </Group>
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
    >
      {writable ? (
        <WritingScreen key={copy.id} copy={copy} />
      ) : (
        <ReadingScreen key={copy.id} copy={copy} />
      )}
    </Page>
  );
}
