import { Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '@desk/languages';
import { answer, api, ifMatch } from '../api/client';
import { useSections } from '../board/board';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';
import type { WorkingCopy } from '../transitions/transitions';
import type { EditionText } from './edition-text';

/** Search engines cut longer ones. */
const SEO_TITLE = 60;
const SEO_DESCRIPTION = 160;

/** Section and byline of the article; address and words for search engines of the edition. */
export function Properties({
  copy,
  text,
  onChange,
}: {
  copy: WorkingCopy;
  text: EditionText;
  onChange: (part: Partial<EditionText>) => void;
}) {
  const { t, i18n } = useTranslation('article');
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const sections = useSections();
  const article = useQuery({
    queryKey: ['article', copy.articleId],
    queryFn: () =>
      answer(api.GET('/api/v1/articles/{id}', { params: { path: { id: copy.articleId } } })),
  });
  const [byline, setByline] = useState<string | null>(null);
  const change = useAction(
    (body: { byline?: string; sectionId?: string }) =>
      answer(
        api.PATCH('/api/v1/articles/{id}', {
          params: {
            path: { id: copy.articleId },
            header: ifMatch(article.data?.version ?? 0),
          },
          body,
        }),
      ),
    { outdates: ['article', 'board'], done: t('properties.saved') },
  );
  return (
    <Stack gap="sm">
      {change.isError && <ProblemAlert error={change.error} />}
      <Select
        label={t('properties.section')}
        allowDeselect={false}
        value={article.data?.sectionId ?? copy.sectionId}
        data={sections.data?.map(({ id, names }) => ({ value: id, label: names[ui] })) ?? []}
        onChange={(sectionId) => {
          if (sectionId) change.mutate({ sectionId });
        }}
      />
      <TextInput
        label={t('properties.byline')}
        value={byline ?? article.data?.byline ?? ''}
        onChange={(event) => {
          setByline(event.currentTarget.value);
        }}
        onBlur={() => {
          if (byline !== null && byline !== article.data?.byline) change.mutate({ byline });
        }}
      />
      <TextInput
        label={t('properties.slug')}
        description={t('properties.slugAbout')}
        lang={copy.language}
        value={text.slug}
        onChange={(event) => {
          onChange({ slug: event.currentTarget.value });
        }}
      />
      <TextInput
        label={t('properties.seoTitle')}
        lang={copy.language}
        placeholder={text.title}
        value={text.seo.title}
        onChange={(event) => {
          onChange({ seo: { ...text.seo, title: event.currentTarget.value } });
        }}
      />
      <Count used={text.seo.title.length} most={SEO_TITLE} />
      <Textarea
        label={t('properties.seoDescription')}
        lang={copy.language}
        autosize
        minRows={2}
        placeholder={text.summary}
        value={text.seo.description}
        onChange={(event) => {
          onChange({ seo: { ...text.seo, description: event.currentTarget.value } });
        }}
      />
      <Count used={text.seo.description.length} most={SEO_DESCRIPTION} />
    </Stack>
  );
}

function Count({ used, most }: { used: number; most: number }) {
  return (
    <Text size="xs" mt={-8} c={used > most ? 'orange' : 'var(--desk-quiet)'}>
      {used}/{most}
    </Text>
  );
}
