import { ActionIcon, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { useViews, type View } from './board';
import { boardAddressSchema, type BoardAddress } from './board-address';

/** Filters that were given a name: one's own, and those that a section shares. */
export function SavedViews({
  filter,
  onChosen,
}: {
  filter: BoardAddress;
  onChosen: (filter: BoardAddress) => void;
}) {
  const { t } = useTranslation(['board', 'shell']);
  const views = useViews();
  const queries = useQueryClient();
  const [naming, setNaming] = useState(false);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['views'] });
  const drop = useMutation({
    mutationFn: (view: View) =>
      answer(api.DELETE('/api/v1/me/views/{id}', { params: { path: { id: view.id } } })),
    onSuccess: (_, { name }) => {
      notifications.show({
        message: t('views.dropped', { name }),
        color: 'mekong',
      });
      return again();
    },
  });
  const filtered = Object.values(filter).some((value) => value !== undefined);
  if (!filtered && (views.data?.length ?? 0) === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('views.label')}>
      {views.data?.map((view) => (
        <Button.Group key={view.id}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onChosen(boardAddressSchema.parse(view.filter));
            }}
          >
            {view.name}
          </Button>
          {view.mine && (
            <ActionIcon
              size={26}
              variant="default"
              aria-label={t('views.drop', { name: view.name })}
              onClick={() => {
                drop.mutate(view);
              }}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          )}
        </Button.Group>
      ))}
      {filtered && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setNaming(true);
          }}
        >
          {t('views.keep')}
        </Button>
      )}
      {naming && (
        <Naming
          filter={filter}
          onClose={() => {
            setNaming(false);
          }}
          onKept={again}
        />
      )}
    </Group>
  );
}

function Naming({
  filter,
  onClose,
  onKept,
}: {
  filter: BoardAddress;
  onClose: () => void;
  onKept: () => Promise<void>;
}) {
  const { t } = useTranslation(['board', 'shell']);
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/me/views', {
          body: { name, filter: { ...filter, sort: filter.sort ?? 'updated' }, sectionId: null },
        }),
      ),
    onSuccess: async () => {
      await onKept();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('views.keep')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate();
        }}
      >
        <Stack>
          {keep.isError && <ProblemAlert error={keep.error} />}
          <TextInput
            label={t('views.name')}
            required
            data-autofocus
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
          />
          <Button type="submit" loading={keep.isPending}>
            {t('shell:save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
