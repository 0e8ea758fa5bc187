import { ActionIcon, Anchor, Badge, Group, Paper, Stack, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText } from '@desk/contracts';
import { languageSchema, type Language } from '@desk/languages';
import { useSections } from '../board/board';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';
import { useMay } from '../session/session';
import { removeUnit, type Unit } from './memory';
import { UnitForm } from './unit-form';
import { UnitHistory } from './unit-history';
import { UnitTexts } from './unit-texts';

export interface Sought {
  readonly text: string;
  readonly language: Language;
}

/** A unit: both texts, where it comes from, and for those who keep the memory its tools. */
export function UnitCard({ unit, sought }: { unit: Unit; sought?: Sought }) {
  const { t, i18n } = useTranslation(['memory', 'shell']);
  const manages = useMay('memory.manage');
  const sections = useSections();
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const [open, setOpen] = useState<'history' | 'form' | null>(null);
  const remove = useAction(removeUnit, { outdates: ['memory'], done: t('removed') });
  const section = sections.data?.find(({ id }) => id === unit.sectionId);
  const toggle = (what: 'history' | 'form'): void => {
    setOpen(open === what ? null : what);
  };
  const askRemove = (): void => {
    modals.openConfirmModal({
      title: t('remove'),
      children: t('removeAbout', { source: plainText(unit.source) }),
      labels: { confirm: t('remove'), cancel: t('shell:cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => {
        remove.mutate(unit);
      },
    });
  };
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)" component="article">
      <Stack gap="xs">
        <UnitTexts unit={unit} {...(sought && { sought })} />
        <Group justify="space-between" gap="xs">
          <Group gap={6}>
            {section && <Badge color="gray">{section.names[ui]}</Badge>}
            {unit.tags.map((tag) => (
              <Badge key={tag} variant="outline" color="gray">
                {tag}
              </Badge>
            ))}
            {unit.articleId && (
              <Anchor component={Link} to={`/articles/${unit.articleId}`} size="sm">
                {t('article')}
              </Anchor>
            )}
          </Group>
          <Group gap={4}>
            <Tool
              label={t('history.title')}
              expanded={open === 'history'}
              onClick={() => {
                toggle('history');
              }}
            >
              <IconHistory size={18} aria-hidden />
            </Tool>
            {manages && (
              <>
                <Tool
                  label={t('edit')}
                  expanded={open === 'form'}
                  onClick={() => {
                    toggle('form');
                  }}
                >
                  <IconPencil size={18} aria-hidden />
                </Tool>
                <Tool label={t('remove')} onClick={askRemove}>
                  <IconTrash size={18} aria-hidden />
                </Tool>
              </>
            )}
          </Group>
        </Group>
        {remove.isError && <ProblemAlert error={remove.error} />}
        {open === 'history' && <UnitHistory unit={unit} />}
        {open === 'form' && (
          <UnitForm
            unit={unit}
            onClose={() => {
              setOpen(null);
            }}
          />
        )}
      </Stack>
    </Paper>
  );
}

function Tool({
  label,
  expanded,
  onClick,
  children,
}: {
  label: string;
  expanded?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={36}
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-expanded={expanded}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
