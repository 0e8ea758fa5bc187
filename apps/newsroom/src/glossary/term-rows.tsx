import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { termStatuses } from '@desk/contracts';
import { languages } from '@desk/languages';
import classes from './glossary.module.css';
import { furtherRow, type Term } from './terms';

/** The terms of a concept while they are written; rows left empty are not sent. */
export function TermRows({
  rows,
  onChange,
}: {
  rows: readonly Term[];
  onChange: (rows: Term[]) => void;
}) {
  const { t } = useTranslation(['glossary', 'workflow']);
  const put = (place: number, part: Partial<Term>): void => {
    onChange(rows.map((row, index) => (index === place ? { ...row, ...part } : row)));
  };
  return (
    <Stack gap="sm" role="group" aria-label={t('form.terms')}>
      {rows.map((row, place) => (
        <div key={place} className={classes.draft}>
          <Select
            label={t('form.language')}
            allowDeselect={false}
            value={row.language}
            data={languages.map((value) => ({ value, label: t(`workflow:languages.${value}`) }))}
            onChange={(value) => {
              put(place, { language: languages.find((one) => one === value) ?? row.language });
            }}
          />
          <TextInput
            label={t('form.term')}
            lang={row.language}
            maxLength={300}
            value={row.term}
            onChange={(event) => {
              put(place, { term: event.currentTarget.value });
            }}
          />
          <Select
            label={t('form.status')}
            allowDeselect={false}
            value={row.status}
            data={termStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))}
            onChange={(value) => {
              put(place, { status: termStatuses.find((one) => one === value) ?? row.status });
            }}
          />
          <TextInput
            label={t('form.termNote')}
            maxLength={500}
            value={row.note}
            onChange={(event) => {
              put(place, { note: event.currentTarget.value });
            }}
          />
          <ActionIcon
            size={36}
            variant="subtle"
            color="gray"
            aria-label={t('form.removeTerm', { number: place + 1 })}
            onClick={() => {
              onChange(rows.filter((_, index) => index !== place));
            }}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Group gap="xs">
        {languages.map((language) => (
          <Button
            key={language}
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              onChange([...rows, furtherRow(rows, language)]);
            }}
          >
            {t(`workflow:languages.${language}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
