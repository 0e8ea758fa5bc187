export { Addresses } from './address.service.js';
export { approvalOf } from './approvals.queries.js';
export type { Approval } from './approvals.queries.js';
export { ArticleLists } from './article-lists.service.js';
export type { ArticlePage, ArticleView } from './article-lists.service.js';
export { article, articleSchema, Articles, readableArticle } from './articles.service.js';
export type { Article, ArticleDraft } from './articles.service.js';
export { ArticlesModule } from './articles.module.js';
export * from './body/index.js';
export { EditionReading, editionView } from './edition-reading.service.js';
export type { EditionView, RevisionHead } from './edition-reading.service.js';
export { checkWorkflow } from './check-workflow.js';
export { aboutEdition, objection } from './edition.policy.js';
export { editionSchema, editionTextSchema, isStale, revisionSchema, seoSchema } from './edition.js';
export type { Edition, EditionText, Revision, Seo } from './edition.js';
export { transition, workflow } from './edition.workflow.js';
export type { MustSay, Transition } from './edition.workflow.js';
export {
  edition,
  editionColumns,
  editionTables,
  editionsOf,
  revision,
  workingText,
  letStandFor,
  saidSignificance,
} from './editions.queries.js';
export { Media, mediaAtKeys, mediaKeysIn, MediaModule, Renditions } from './media/index.js';
export type {
  AddressedMedia,
  GivenFile,
  MediaLimits,
  MediaSettings,
  MediaView,
} from './media/index.js';
export { readableEdition } from './reading.policy.js';
export { Revisions, subjectOf } from './revisions.service.js';
export { seatsLeft } from './seats.policy.js';
export type { SeatsLeft } from './seats.policy.js';
export { section, sectionSchema, Sections } from './sections.service.js';
export type { Section, SectionDraft, SectionFollower } from './sections.service.js';
export { titleHas } from './title-search.js';
export type { Hindrance, Move, Said, TransitionPart } from './transition-part.js';
export { expectVersion, Transitions } from './transitions.service.js';
export type { TransitionOption } from './transitions.service.js';
export { WorkingCopies } from './working-copies.service.js';
export type { WorkingCopy } from './working-copies.service.js';
