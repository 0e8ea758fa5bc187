import { ActionIcon, Button, Group, Select, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { roles } from '@desk/contracts';
import { languages, languageSchema } from '@desk/languages';
import type { Shape } from '../api/client';
import { useSections } from '../board/board';

export type Grant = Shape<'Grant'>;
const everything: Grant = { role: 'writer', sectionId: null, sourceLanguage: null, language: null };

/** What somebody may do: a role each, in all or one section, in all or one language. */
export function GrantRows({
  grants,
  onChange,
}: {
  grants: readonly Grant[];
  onChange: (grants: Grant[]) => void;
}) {
  const { t, i18n } = useTranslation(['people-admin', 'people', 'workflow']);
  const sections = useSections();
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const set = (at: number, part: Partial<Grant>): void => {
    onChange(grants.map((grant, place) => (place === at ? { ...grant, ...part } : grant)));
  };
  const inLanguages = languages.map((value) => ({
    value,
    label: t(`workflow:languages.${value}`),
  }));
  return (
    <Stack gap="sm">
      {grants.map((grant, place) => (
        <Group key={place} gap="xs" align="end">
          <Select
            label={t('role')}
            allowDeselect={false}
            flex="1 1 9rem"
            value={grant.role}
            data={roles.map((value) => ({ value, label: t(`people:roles.${value}`) }))}
            onChange={(value) => {
              const role = roles.find((one) => one === value);
              if (role) set(place, { role });
            }}
          />
          <Select
            label={t('section')}
            clearable
            placeholder={t('allSections')}
            flex="1 1 9rem"
            value={grant.sectionId}
            data={sections.data?.map(({ id, names }) => ({ value: id, label: names[ui] })) ?? []}
            onChange={(sectionId) => {
              set(place, { sectionId });
            }}
          />
          <Select
            label={t('language')}
            clearable
            placeholder={t('allLanguages')}
            flex="1 1 8rem"
            value={grant.language}
            data={inLanguages}
            onChange={(value) => {
              set(place, { language: languages.find((one) => one === value) ?? null });
            }}
          />
          {grant.role === 'translator' && (
            <Select
              label={t('from')}
              clearable
              placeholder={t('allLanguages')}
              flex="1 1 8rem"
              value={grant.sourceLanguage}
              data={inLanguages}
              onChange={(value) => {
                set(place, { sourceLanguage: languages.find((one) => one === value) ?? null });
              }}
            />
          )}
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('dropRole')}
            onClick={() => {
              onChange(grants.filter((_, at) => at !== place));
            }}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'start' }}
        onClick={() => {
          onChange([...grants, everything]);
        }}
      >
        {t('addRole')}
      </Button>
    </Stack>
  );
}
