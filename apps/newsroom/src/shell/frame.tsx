import { AppShell, Burger, Button, Group, NavLink, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencilPlus } from '@tabler/icons-react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listenToNewsroom } from '../api/live';
import { Announcements } from '../design/announce';
import { RowsSkeleton } from '../design/rows-skeleton';
import { SearchButton } from '../search/search-button';
import { useMay, useSession } from '../session/session';
import { SignInAgain } from '../session/sign-in-again';
import emblem from './emblem.svg';
import { InboxBell, useUnread } from './inbox-bell';
import { LanguageMenu } from './language-menu';
import { places, type Place } from './navigation';
import { PersonMenu, useOwnLanguage } from './person-menu';
import { TitleContext } from './title';

/** What stands around every screen of somebody signed in. */
export function Frame() {
  const { t } = useTranslation('shell');
  const [opened, { toggle, close }] = useDisclosure();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const mayWrite = useMay('article.create');
  const keepLanguage = useOwnLanguage();
  const setTitle = useWindowTitle();
  useEffect(listenToNewsroom, []);
  useEffect(close, [path, close]);
  useFocusOnNewPage(path);

  return (
    <TitleContext value={setTitle}>
      <a className="desk-skip" href="#content">
        {t('skip')}
      </a>
      <AppShell
        header={{ height: { base: 56 } }}
        navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !opened } }}
        padding={{ base: 'sm', sm: 'md', lg: 'lg' }}
      >
        <AppShell.Header bg="var(--desk-paper)">
          <Group h="100%" px="sm" gap="xs" wrap="nowrap" justify="space-between">
            <Group gap="xs" wrap="nowrap">
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="md"
                size="sm"
                aria-label={t('menu')}
                aria-expanded={opened}
              />
              <UnstyledButton component={Link} to="/" aria-label={t('home')}>
                <Group gap="xs" wrap="nowrap">
                  <img src={emblem} alt="" width={28} height={28} />
                  <Text fw={700} visibleFrom="xs">
                    Mekong Desk
                  </Text>
                </Group>
              </UnstyledButton>
            </Group>
            <Group gap={4} wrap="nowrap">
              <SearchButton />
              {mayWrite && (
                <Button
                  component={Link}
                  to="/articles/new"
                  size="compact-md"
                  visibleFrom="sm"
                  leftSection={<IconPencilPlus size={18} aria-hidden />}
                >
                  {t('newArticle')}
                </Button>
              )}
              <InboxBell />
              <Group visibleFrom="sm">
                <LanguageMenu onChosen={keepLanguage} />
              </Group>
              <PersonMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" bg="var(--desk-paper)" style={{ overflowY: 'auto' }}>
          <nav aria-label={t('navigation')}>
            <Places among={places.work} path={path} />
            <Places among={places.language} path={path} title={t('places.languageWork')} />
            <Places among={places.administration} path={path} title={t('places.administration')} />
          </nav>
        </AppShell.Navbar>
        <AppShell.Main id="content">
          <Suspense fallback={<RowsSkeleton />}>
            <Outlet />
          </Suspense>
        </AppShell.Main>
      </AppShell>
      <Announcements />
      <SignInAgain />
    </TitleContext>
  );
}

function Places({ among, path, title }: { among: readonly Place[]; path: string; title?: string }) {
  const { t } = useTranslation('shell');
  const { may } = useSession();
  const open = among.filter(({ needs }) => needs === undefined || may.includes(needs));
  if (open.length === 0) return null;
  return (
    <>
      {title && (
        <Text size="xs" c="var(--desk-quiet)" fw={500} px="sm" pt="md" pb={4}>
          {title}
        </Text>
      )}
      {open.map(({ to, name, icon: Icon }) => {
        const active = to === '/' ? path === '/' : path.startsWith(to);
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            active={active}
            aria-current={active ? 'page' : undefined}
            label={t(`places.${name}` as 'places.today')}
            leftSection={<Icon size={18} aria-hidden />}
          />
        );
      })}
    </>
  );
}

/** The window's title: how much is unread, where one is. */
function useWindowTitle(): (title: string) => void {
  const [title, setTitle] = useState('');
  const unread = useUnread();
  useEffect(() => {
    const count = unread > 0 ? `(${unread}) ` : '';
    document.title = `${count}${title ? `${title} · ` : ''}Mekong Desk`;
  }, [title, unread]);
  return useMemo(() => setTitle, []);
}

/** After going elsewhere the keyboard and the ear begin at the new page's heading. */
function useFocusOnNewPage(path: string): void {
  const [first] = useState(path);
  useEffect(() => {
    if (path !== first) document.getElementById('page-title')?.focus({ preventScroll: true });
  }, [path, first]);
}
