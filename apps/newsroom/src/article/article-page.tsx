import { Anchor, Badge, Group, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { bodySchema } from '@desk/contracts';
import { languageSchema } from '@desk/languages';
import { answer, api } from '../api/client';
import { BodyView } from '../design/body-view';
import { LanguageMark } from '../design/language-mark';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { StateBadge } from '../design/state-badge';
import { useMay } from '../session/session';
import { useAddress, useIdInAddress } from '../shell/address';
import { TransitionButtons } from '../transitions/transition-buttons';
import { useEdition, type WorkingCopy } from '../transitions/transitions';
import { Follow } from './follow';
import { Presence } from './presence';
import { SidePanel } from './side-panel';
import { WritingScreen } from './writing-screen';
import classes from './article.module.css';

const addressSchema = z.object({ language: languageSchema.optional().catch(undefined) });
const editable = ['draft', 'changes_requested'];

/** An article with its editions: the source is written here, the others are read. */
export function ArticlePage() {
  const { t } = useTranslation(['article', 'shell']);
  const navigate = useNavigate();
  const id = useIdInAddress('articleId');
  const { language } = useAddress(addressSchema);
  const mayWrite = useMay('article.create');
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
  const writable = copy.isSource && mayWrite && editable.includes(copy.state);
  return (
    <Page
      wide
      title={head.title === '' ? t('untitled') : head.title}
      titleLanguage={head.language}
      titleHidden={writable}
      actions={<Follow articleId={id} />}
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
      {writable ? <WritingScreen key={copy.id} copy={copy} /> : <Reading copy={copy} />}
    </Page>
  );
}

/** The text to be read, why it cannot be written now, and what can be done with it. */
function Reading({ copy }: { copy: WorkingCopy }) {
  const { t } = useTranslation('article');
  const body = bodySchema.safeParse(copy.text.body);
  return (
    <div className={classes.layout}>
      <Stack gap="md" miw={0}>
        <Group gap="xs">
          <TransitionButtons edition={copy} />
          <Presence editionId={copy.id} mode="reading" />
          {!copy.isSource && (
            <Anchor component={Link} to={`/translate/${copy.id}`}>
              {t('tasks.translate')}
            </Anchor>
          )}
          <Anchor component={Link} to={`/review/${copy.id}`}>
            {t('tasks.review')}
          </Anchor>
        </Group>
        <Text size="sm" c="var(--desk-quiet)">
          {t(`why.${copy.state}`)}
        </Text>
        <Text fw={500} lang={copy.language}>
          {copy.text.summary}
        </Text>
        {body.success && <BodyView body={body.data} language={copy.language} />}
      </Stack>
      <SidePanel
        copy={copy}
        text={null}
        onChange={() => undefined}
        before={() => Promise.resolve(true)}
      />
    </div>
  );
}
