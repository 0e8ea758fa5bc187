export { DueReleases } from './due-release.service.js';
export type { DueOutcome } from './due-release.service.js';
export { PublicPages } from './public-pages.service.js';
export { PublishingModule } from './publishing.module.js';
export { dueReleases } from './release.queries.js';
export type { Release } from './release.queries.js';
export { ReleaseLists } from './release-lists.service.js';
export { isPublishingAction, publishingActions, Releases } from './releases.service.js';
export type { PublishingAction, PublishingSaid } from './releases.service.js';
