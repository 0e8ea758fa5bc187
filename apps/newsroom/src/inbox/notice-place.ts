import type { Shape } from '../api/client';

type About = Pick<Shape<'Notice'>, 'taskId' | 'editionId' | 'articleId' | 'kind'>;

/** The screen of what a notice is about; null when there is none. */
export function placeOfNotice({ taskId, editionId, articleId, kind }: About): string | null {
  if (taskId) return `/tasks/${taskId}`;
  if (editionId) {
    return kind === 'edition.changes_requested' ? `/editions/${editionId}` : `/review/${editionId}`;
  }
  if (articleId) return `/articles/${articleId}`;
  if (kind.startsWith('proposal.')) return '/glossary';
  if (kind === 'webhook.disabled') return '/admin/webhooks';
  if (kind === 'job.died') return '/admin/jobs';
  return null;
}
