import { Select, Switch, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Shape } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';

type Preference = Shape<'Preference'>;
const mails = ['immediate', 'digest', 'off'] as const;

/** What one is told, kind by kind: in the inbox, by e-mail at once or once a day. */
export function WhatIHear() {
  const { t } = useTranslation('preferences');
  const preferences = useQuery({
    queryKey: ['preferences'],
    queryFn: () => answer(api.GET('/api/v1/me/preferences')),
  });
  const change = useAction(
    (items: Omit<Preference, 'fixed'>[]) =>
      answer(api.PUT('/api/v1/me/preferences', { body: { items } })),
    { outdates: ['preferences'], done: t('saved') },
  );
  if (preferences.isError) return <ProblemAlert error={preferences.error} />;
  if (!preferences.data) return <RowsSkeleton rows={8} />;
  const set = ({ kind, inbox, email }: Preference): void => {
    change.mutate([{ kind, inbox, email }]);
  };
  return (
    <>
      <Title order={2} size="h4">
        {t('hear.title')}
      </Title>
      <Text size="sm" c="var(--desk-quiet)">
        {t('hear.about')}
      </Text>
      {change.isError && <ProblemAlert error={change.error} />}
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing="xs" bg="var(--desk-paper)">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('hear.what')}</Table.Th>
              <Table.Th w={110}>{t('hear.inbox')}</Table.Th>
              <Table.Th w={210}>{t('hear.email')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preferences.data.items.map((preference) => {
              const { kind, inbox, email, fixed } = preference;
              const name = t(`kinds.${kind.replace('.', '_')}` as 'kinds.edition_submitted');
              return (
                <Table.Tr key={kind}>
                  <Table.Td>
                    {name}
                    {fixed && (
                      <Text size="xs" c="var(--desk-quiet)">
                        {t('hear.fixed')}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Switch
                      aria-label={`${name}: ${t('hear.inbox')}`}
                      disabled={fixed}
                      checked={inbox === 'immediate'}
                      onChange={(event) => {
                        set({
                          ...preference,
                          inbox: event.currentTarget.checked ? 'immediate' : 'off',
                        });
                      }}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Select
                      size="xs"
                      aria-label={`${name}: ${t('hear.email')}`}
                      allowDeselect={false}
                      disabled={fixed}
                      value={email}
                      data={mails.map((value) => ({ value, label: t(`mail.${value}`) }))}
                      onChange={(value) => {
                        const mode = mails.find((one) => one === value);
                        if (mode) set({ ...preference, email: mode });
                      }}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
