import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router';
import { loadTexts } from './i18n';
import { admit } from './session/admit';
import { GoneWrong, NotFound } from './shell/gone-wrong';

/**
 * A screen's component, loaded when it is first gone to. Its type is not looked into here: it
 * is made of the routes, which would then be made of themselves.
 */
const page = (load: () => Promise<object>, name: string): RouteComponent =>
  lazyRouteComponent(async (): Promise<Record<string, RouteComponent>> => {
    const component: unknown = Reflect.get(await load(), name);
    if (typeof component !== 'function') throw new Error(`no screen ${name}`);
    return { [name]: component as RouteComponent };
  }, name);

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const strangers = { getParentRoute: () => root } as const;
const signIn = createRoute({
  ...strangers,
  path: '/sign-in',
  component: page(() => import('./session/sign-in-page'), 'SignInPage'),
});
const forgotPassword = createRoute({
  ...strangers,
  path: '/forgot-password',
  component: page(() => import('./session/forgot-password-page'), 'ForgotPasswordPage'),
});
const resetPassword = createRoute({
  ...strangers,
  path: '/reset-password',
  component: page(() => import('./session/reset-password-page'), 'ResetPasswordPage'),
});

/** All that needs somebody signed in. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  beforeLoad: admit,
  component: page(() => import('./shell/desk'), 'Desk'),
  errorComponent: GoneWrong,
});

const inside = { getParentRoute: () => desk } as const;

/** A screen with its texts, both loaded when somebody first goes there. */
const shown = (texts: string, component: RouteComponent) => ({
  loader: () => loadTexts(texts),
  component,
  errorComponent: GoneWrong,
});

const routeTree = root.addChildren([
  signIn,
  forgotPassword,
  resetPassword,
  desk.addChildren([
    createRoute({
      ...inside,
      path: '/',
      ...shown(
        'today',
        page(() => import('./today/today-page'), 'TodayPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/board',
      ...shown(
        'board',
        page(() => import('./board/board-page'), 'BoardPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/articles/new',
      ...shown(
        'article',
        page(() => import('./article/new-article-page'), 'NewArticlePage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/articles/$articleId',
      ...shown(
        'article',
        page(() => import('./article/article-page'), 'ArticlePage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/editions/$editionId',
      ...shown(
        'article',
        page(() => import('./article/edition-page'), 'EditionPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/tasks/$taskId',
      ...shown(
        'queue',
        page(() => import('./queue/task-page'), 'TaskPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/translate/$editionId',
      ...shown(
        'translation',
        page(() => import('./translation/translation-page'), 'TranslationPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/review/$editionId',
      ...shown(
        'review',
        page(() => import('./review/review-page'), 'ReviewPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/queue',
      ...shown(
        'queue',
        page(() => import('./queue/queue-page'), 'QueuePage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/releases',
      ...shown(
        'releases',
        page(() => import('./releases/releases-page'), 'ReleasesPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/inbox',
      ...shown(
        'inbox',
        page(() => import('./inbox/inbox-page'), 'InboxPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/preferences',
      ...shown(
        'preferences',
        page(() => import('./preferences/preferences-page'), 'PreferencesPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/memory',
      ...shown(
        'memory',
        page(() => import('./memory/memory-page'), 'MemoryPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/glossary',
      ...shown(
        'glossary',
        page(() => import('./glossary/glossary-page'), 'GlossaryPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/imports',
      ...shown(
        'imports',
        page(() => import('./imports/imports-page'), 'ImportsPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/admin/people',
      ...shown(
        'people-admin',
        page(() => import('./people-admin/people-page'), 'PeoplePage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/admin/sections',
      ...shown(
        'sections',
        page(() => import('./sections/sections-page'), 'SectionsPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/admin/sentence-rules',
      ...shown(
        'sentence-rules',
        page(() => import('./sentence-rules/sentence-rules-page'), 'SentenceRulesPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/admin/engines',
      ...shown(
        'engines',
        page(() => import('./engines/engines-page'), 'EnginesPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/admin/webhooks',
      ...shown(
        'webhooks',
        page(() => import('./webhooks/webhooks-page'), 'WebhooksPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/admin/jobs',
      ...shown(
        'jobs',
        page(() => import('./jobs/jobs-page'), 'JobsPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/tokens',
      ...shown(
        'tokens',
        page(() => import('./tokens/tokens-page'), 'TokensPage'),
      ),
    }),
    createRoute({
      ...inside,
      path: '/journal',
      ...shown(
        'journal',
        page(() => import('./journal/journal-page'), 'JournalPage'),
      ),
    }),
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/newsroom',
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
