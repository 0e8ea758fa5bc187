import { Button, NumberInput, Select, Stack, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Shape } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';

/** Zones that people of the region are in, and whatever one's own is. */
const zones = ['Asia/Ho_Chi_Minh', 'Asia/Phnom_Penh', 'Asia/Bangkok', 'Asia/Singapore', 'UTC'];

/** Name, time zone, the hour of the daily digest. */
export function Profile() {
  const me = useQuery({ queryKey: ['me'], queryFn: () => answer(api.GET('/api/v1/me')) });
  if (me.isError) return <ProblemAlert error={me.error} />;
  if (!me.data) return <RowsSkeleton rows={3} />;
  return <Form key={me.data.version} me={me.data} />;
}

function Form({ me }: { me: Shape<'Account'> }) {
  const { t } = useTranslation(['preferences', 'shell']);
  const [name, setName] = useState(me.name);
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const [digestHour, setDigestHour] = useState(me.digestHour);
  const save = useAction(
    () =>
      answer(
        api.PATCH('/api/v1/me', {
          params: { header: ifMatch(me.version) },
          body: { name, timeZone, digestHour },
        }),
      ),
    { outdates: ['me', 'session'], done: t('saved') },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack>
        <Title order={2} size="h4">
          {t('me')}
        </Title>
        {save.isError && <ProblemAlert error={save.error} />}
        <TextInput
          label={t('name')}
          required
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <TextInput label={t('email')} value={me.email} readOnly description={t('emailAbout')} />
        <Select
          label={t('zone')}
          allowDeselect={false}
          searchable
          data={[...new Set([me.timeZone, ...zones])]}
          value={timeZone}
          onChange={(value) => {
            setTimeZone(value ?? me.timeZone);
          }}
        />
        <NumberInput
          label={t('digestHour')}
          description={t('digestAbout')}
          min={0}
          max={23}
          clampBehavior="strict"
          value={digestHour}
          onChange={(value) => {
            setDigestHour(Number(value));
          }}
        />
        <Button type="submit" loading={save.isPending} style={{ alignSelf: 'start' }}>
          {t('shell:save')}
        </Button>
      </Stack>
    </form>
  );
}
