import {
  Button,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  Tabs,
  Text,
  Textarea,
} from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, languageSchema, type Language } from '@desk/languages';
import { answer, api } from '../api/client';
import { useSections } from '../board/board';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';

const formats = ['html', 'markdown', 'text'] as const;
const KEPT_UNDER = 'desk.section';

/** A new article: where it belongs, in which language it is written, from nothing or from a text. */
export function NewArticlePage() {
  const { t, i18n } = useTranslation(['article', 'shell', 'workflow']);
  const navigate = useNavigate();
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const sections = useSections();
  const [section, setSection] = useState(() => localStorage.getItem(KEPT_UNDER));
  const [sourceLanguage, setSourceLanguage] = useState<Language>('vi');
  const [format, setFormat] = useState<(typeof formats)[number]>('html');
  const [content, setContent] = useState('');
  const known = sections.data?.some(({ id }) => id === section);
  const sectionId = known ? section : (sections.data?.[0]?.id ?? null);
  const where = { sectionId: sectionId ?? '', sourceLanguage };
  const begun = {
    onSuccess: ({ article }: { article: { id: string } }) => {
      localStorage.setItem(KEPT_UNDER, where.sectionId);
      void navigate({ to: `/articles/${article.id}`, replace: true });
    },
  };
  const begin = useAction(
    () => answer(api.POST('/api/v1/articles', { body: { ...where, ...nothing } })),
    { outdates: ['today', 'board'] },
  );
  const bring = useAction(
    () =>
      answer(
        api.POST('/api/v1/articles/import', { body: { ...where, byline: '', format, content } }),
      ),
    { outdates: ['today', 'board'] },
  );
  const failed = begin.error ?? bring.error;
  return (
    <Page title={t('shell:newArticle')}>
      <Stack maw="40rem">
        {failed && <ProblemAlert error={failed} />}
        <Select
          label={t('properties.section')}
          allowDeselect={false}
          value={sectionId}
          data={sections.data?.map(({ id, names }) => ({ value: id, label: names[ui] })) ?? []}
          onChange={setSection}
        />
        <Stack gap={4}>
          <Text size="sm" fw={500}>
            {t('new.language')}
          </Text>
          <SegmentedControl
            aria-label={t('new.language')}
            value={sourceLanguage}
            data={languages.map((value) => ({ value, label: t(`workflow:languages.${value}`) }))}
            onChange={(value) => {
              setSourceLanguage(languages.find((one) => one === value) ?? 'vi');
            }}
          />
        </Stack>
        <Tabs defaultValue="blank" mt="md">
          <Tabs.List>
            <Tabs.Tab value="blank">{t('new.blank')}</Tabs.Tab>
            <Tabs.Tab value="import">{t('new.import')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="blank" pt="md">
            <Button
              size="md"
              disabled={sectionId === null}
              loading={begin.isPending}
              onClick={() => {
                begin.mutate(undefined, begun);
              }}
            >
              {t('new.write')}
            </Button>
          </Tabs.Panel>
          <Tabs.Panel value="import" pt="md">
            <Paper withBorder p="md" bg="var(--desk-paper)">
              <Stack>
                <SegmentedControl
                  aria-label={t('new.format')}
                  value={format}
                  data={[
                    { value: 'html', label: 'HTML' },
                    { value: 'markdown', label: 'Markdown' },
                    { value: 'text', label: t('new.plain') },
                  ]}
                  onChange={(value) => {
                    setFormat(formats.find((one) => one === value) ?? 'html');
                  }}
                />
                <input
                  type="file"
                  aria-label={t('new.file')}
                  accept=".html,.htm,.md,.markdown,.txt,text/*"
                  onChange={(event) => {
                    const [file] = event.currentTarget.files ?? [];
                    if (file) void file.text().then(setContent);
                  }}
                />
                <Textarea
                  label={t('new.content')}
                  lang={sourceLanguage}
                  autosize
                  minRows={6}
                  maxRows={18}
                  value={content}
                  onChange={(event) => {
                    setContent(event.currentTarget.value);
                  }}
                />
                <Button
                  disabled={content.trim() === '' || sectionId === null}
                  loading={bring.isPending}
                  onClick={() => {
                    bring.mutate(undefined, begun);
                  }}
                >
                  {t('new.bring')}
                </Button>
              </Stack>
            </Paper>
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Page>
  );
}

const nothing = {
  title: '',
  summary: '',
  slug: '',
  byline: '',
  seo: { title: '', description: '' },
  body: { type: 'doc' as const, content: [] },
};
