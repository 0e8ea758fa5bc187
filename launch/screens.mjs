/**
 * Which screens `npm run screenshots` takes, and as whom.
 * @typedef {{ name: string, who: string, path: (language: string) => string, width?: number,
 *   height?: number, dark?: boolean }} Screen
 * @typedef {{ id: string, articleId: string, language: string, isSource: boolean, state: string,
 *   title: string }} Edition
 */

const phone = { width: 390, height: 844 };

/** @param {readonly { editions: readonly Edition[] }[]} articles @returns {Screen[]} */
export function screens(articles) {
  const editions = articles.flatMap((article) => article.editions);
  const one = (
    /** @type {boolean} */ isSource,
    /** @type {string} */ language,
    /** @type {string} */ state,
  ) =>
    editions.find(
      (edition) =>
        edition.isSource === isSource && edition.language === language && edition.state === state,
    ) ?? fail(`${state} in ${language}`);
  const at = (/** @type {string} */ path) => () => path;
  const draft = at(`/articles/${one(true, 'vi', 'changes_requested').articleId}`);
  const published = at(`/articles/${one(true, 'vi', 'published').articleId}`);
  const toReview = at(`/review/${one(true, 'vi', 'in_review').id}`);
  const inKhmer = at(`/translate/${one(false, 'km', 'draft').id}`);
  const inEnglish = at(`/translate/${one(false, 'en', 'draft').id}`);
  return [
    { name: 'today', who: 'hanh', path: at('/') },
    { name: 'today-phone', who: 'hanh', path: at('/'), ...phone },
    { name: 'new-article', who: 'hanh', path: at('/articles/new') },
    { name: 'article', who: 'hanh', path: draft },
    { name: 'article-phone', who: 'hanh', path: draft, ...phone },
    { name: 'article-dark', who: 'hanh', path: draft, dark: true },
    { name: 'inbox', who: 'hanh', path: at('/inbox') },
    { name: 'preferences', who: 'hanh', path: at('/preferences') },
    { name: 'tokens', who: 'hanh', path: at('/tokens') },
    { name: 'queue', who: 'lan', path: at('/queue?view=team') },
    { name: 'translation', who: 'lan', path: inEnglish },
    { name: 'memory', who: 'lan', path: at('/memory?search=thông+tin') },
    { name: 'queue-phone', who: 'saray', path: at('/queue?view=team'), ...phone },
    { name: 'translation-khmer', who: 'saray', path: inKhmer },
    { name: 'translation-dark', who: 'saray', path: inKhmer, dark: true },
    { name: 'translation-phone', who: 'saray', path: inKhmer, ...phone },
    { name: 'glossary', who: 'saray', path: at('/glossary') },
    { name: 'review', who: 'minh', path: toReview },
    { name: 'review-phone', who: 'minh', path: toReview, ...phone },
    { name: 'releases', who: 'minh', path: at('/releases') },
    { name: 'calendar', who: 'minh', path: at('/releases?view=calendar') },
    { name: 'published', who: 'minh', path: published },
    { name: 'board', who: 'dat', path: at('/board') },
    { name: 'board-phone', who: 'dat', path: at('/board'), ...phone },
    { name: 'board-dark', who: 'dat', path: at('/board'), dark: true },
    { name: 'engines', who: 'dat', path: at('/admin/engines') },
    { name: 'journal', who: 'dat', path: at('/journal') },
    { name: 'people', who: 'vuth', path: at('/admin/people') },
    { name: 'sections', who: 'vuth', path: at('/admin/sections') },
    { name: 'sentence-rules', who: 'vuth', path: at('/admin/sentence-rules') },
    { name: 'webhooks', who: 'vuth', path: at('/admin/webhooks') },
    { name: 'jobs', who: 'vuth', path: at('/admin/jobs') },
    { name: 'portal', who: 'reader', path: (language) => `/${language}/` },
    { name: 'portal-phone', who: 'reader', path: (language) => `/${language}/`, ...phone },
  ];
}

/** The README's pictures, by the screen that each is made of. */
export const doorstep = {
  'vi/article.png': 'article.webp',
  'en/translation.png': 'translation.webp',
  'vi/board.png': 'board.webp',
  'km/review-phone.png': 'review-phone.webp',
};

/** @param {string} what @returns {never} */
function fail(what) {
  throw new Error(`the demonstration has nothing ${what}`);
}
