/** Where things are in the newsroom: what links in e-mails lead to. */
interface Linked {
  readonly articleId: string | null;
  readonly editionId: string | null;
  readonly taskId: string | null;
}

export type LinkTarget = 'task' | 'edition' | 'article' | 'newsroom';

/** The screens stand beside the API, under this path. */
const screens = (newsroomUrl: string): string => `${newsroomUrl.replace(/\/$/, '')}/newsroom`;

/** The nearest thing that a notice is about. */
export function linkTo(newsroomUrl: string, about: Linked): { href: string; target: LinkTarget } {
  const base = screens(newsroomUrl);
  if (about.taskId !== null) return { href: `${base}/tasks/${about.taskId}`, target: 'task' };
  if (about.editionId !== null) {
    return { href: `${base}/editions/${about.editionId}`, target: 'edition' };
  }
  if (about.articleId !== null) {
    return { href: `${base}/articles/${about.articleId}`, target: 'article' };
  }
  return { href: base, target: 'newsroom' };
}

export const preferencesLink = (newsroomUrl: string): string =>
  `${screens(newsroomUrl)}/preferences`;

export const unsubscribeLink = (newsroomUrl: string, token: string): string =>
  `${newsroomUrl.replace(/\/$/, '')}/api/v1/unsubscribe/${token}`;

export const resetLink = (newsroomUrl: string, token: string): string =>
  `${screens(newsroomUrl)}/reset-password#${token}`;
