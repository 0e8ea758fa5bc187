import { ActionIcon, Kbd, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SearchDialog = lazy(() =>
  import('./search-dialog').then(({ SearchDialog }) => ({ default: SearchDialog })),
);

/** Search over everything; Ctrl K from anywhere. Its dialog is loaded when it is first opened. */
export function SearchButton() {
  const { t } = useTranslation('shell');
  const [opened, setOpened] = useState(false);
  useHotkeys(
    [
      [
        'mod+K',
        () => {
          setOpened(true);
        },
      ],
    ],
    [],
  );
  return (
    <>
      <Tooltip
        label={
          <>
            {t('search')} <Kbd size="xs">Ctrl K</Kbd>
          </>
        }
      >
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('search')}
          aria-keyshortcuts="Control+K"
          onClick={() => {
            setOpened(true);
          }}
        >
          <IconSearch size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {opened && (
        <Suspense>
          <SearchDialog
            onClose={() => {
              setOpened(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
