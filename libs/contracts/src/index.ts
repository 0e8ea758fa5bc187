export {
  changeSignificances,
  changeSignificanceSchema,
  changeSigns,
  changeSignSchema,
} from './change-significance.js';
export type { ChangeSign, ChangeSignificance } from './change-significance.js';
export {
  checkNames,
  checkNameSchema,
  checkSettingSchema,
  checkSettingsSchema,
  dismissalAnswerSchema,
  dismissalDraftSchema,
  dismissalSchema,
  dismissalWithdrawalSchema,
  findingAnswerSchema,
  severities,
  severitySchema,
} from './check.js';
export type {
  CheckName,
  CheckSetting,
  CheckSettings,
  Dismissal,
  DismissalAnswer,
  DismissalDraft,
  DismissalWithdrawal,
  FindingAnswer,
} from './check.js';
export {
  MAX_BODY_BLOCKS,
  MAX_BODY_BYTES,
  MAX_BODY_DEPTH,
  blockSchema,
  bodySchema,
  emptyBody,
  inlineSchema,
  markSchema,
  safeHref,
  safeSrc,
} from './body.js';
export type {
  Block,
  Blockquote,
  Body,
  BulletList,
  Embed,
  Figure,
  Footnote,
  Heading,
  HorizontalRule,
  Inline,
  ListItem,
  Mark,
  OrderedList,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextNode,
} from './body.js';
export { inThreeLanguagesSchema, signOffPolicySchema } from './section.js';
export type { InThreeLanguages, SignOffPolicy } from './section.js';
export {
  editionActionSchema,
  editionActions,
  editionStateSchema,
  editionStates,
  livenessSchema,
  livenesses,
  prioritySchema,
  roleSchema,
  roles,
  seatSchema,
  segmentOriginSchema,
  segmentStatusSchema,
  taskKindSchema,
  taskStateSchema,
} from './vocabulary.js';
export type {
  EditionAction,
  EditionState,
  Liveness,
  Priority,
  Role,
  Seat,
  SegmentOrigin,
  SegmentStatus,
  TaskKind,
  TaskState,
} from './vocabulary.js';
export {
  blockChangeSchema,
  bodyComparisonSchema,
  formChangeSchema,
  inlineChangeSchema,
  lineChangeSchema,
  textChangeSchema,
} from './body-comparison.js';
export type {
  BlockChange,
  BodyComparison,
  FormChange,
  InlineChange,
  LineChange,
  TextChange,
} from './body-comparison.js';
export { droppedKindSchema, droppedKinds, importedBodySchema } from './body-import.js';
export type { DroppedKind, ImportedBody } from './body-import.js';
export {
  editionEventSchema,
  jobEventSchema,
  liveEventSchemas,
  noticeEventSchema,
  presenceEventSchema,
  streamEventSchema,
  taskEventSchema,
} from './event.js';
export type { LiveEvent, LiveEventData, LiveEventType } from './event.js';
export {
  PRESENCE_BEAT_SECONDS,
  PRESENCE_GONE_SECONDS,
  presenceBeatSchema,
  presenceLeavingSchema,
  presenceModes,
  presenceModeSchema,
  presenceSchema,
} from './presence.js';
export type { Presence, PresenceBeat, PresenceMode, PresentPerson } from './presence.js';
export {
  emailModeSchema,
  followingSchema,
  inboxModeSchema,
  inboxQuerySchema,
  noticeKindSchema,
  noticeKinds,
  noticeReasonSchema,
  noticeReasons,
  noticeSchema,
  preferenceSchema,
  preferencesChangeSchema,
  preferencesSchema,
  readingSchema,
  subscriptionSchema,
  subscriptionsSchema,
  unreadCountSchema,
} from './notice.js';
export type {
  EmailMode,
  Following,
  InboxMode,
  InboxQuery,
  Notice,
  NoticeKind,
  NoticeReason,
  Preference,
  Preferences,
  PreferencesChange,
  Reading,
  Subscription,
  UnreadCount,
} from './notice.js';
export {
  webhookChangeSchema,
  webhookDeliverySchema,
  webhookDraftSchema,
  webhookFactSchema,
  webhookFacts,
  webhookMessageSchema,
  webhookSchema,
  webhookTestSchema,
  webhookWithSecretSchema,
  webhooksSchema,
} from './webhook.js';
export type {
  Webhook,
  WebhookChange,
  WebhookDelivery,
  WebhookDraft,
  WebhookFact,
  WebhookMessage,
  WebhookTest,
  WebhookWithSecret,
} from './webhook.js';
export {
  releaseAnswerSchema,
  releaseEditionSchema,
  releaseQuerySchema,
  releaseStateSchema,
  releaseStates,
} from './release.js';
export type { ReleaseEdition, ReleaseQuery, ReleaseState } from './release.js';
export { decodeCursor, encodeCursor, pageOf, pageQuerySchema, readCursor } from './page.js';
export type { Page, PageQuery } from './page.js';
export {
  MAX_TITLE_LENGTH,
  articleAnswerSchema,
  articleChangesSchema,
  articleDraftSchema,
  articleImportSchema,
  articleQuerySchema,
  articleWithEditionsSchema,
  editionAnswerSchema,
  editionHeadSchema,
  editionToReadSchema,
  revisionAnswerSchema,
  revisionHeadSchema,
  sectionAnswerSchema,
  sectionChangesSchema,
  sectionDraftSchema,
  seoDraftSchema,
  textDraftSchema,
  transitionOptionSchema,
  workingCopySchema,
} from './article.js';
export {
  MAX_COMMENT_LENGTH,
  commentAnchorSchema,
  commentDraftSchema,
  commentFilterSchema,
  commentThreadSchema,
  replyDraftSchema,
  replySchema,
} from './comment.js';
export type {
  CommentAnchor,
  CommentDraft,
  CommentFilter,
  CommentThread,
  Reply,
  ReplyDraft,
} from './comment.js';
export { previewQuerySchema } from './preview.js';
export type { PreviewQuery } from './preview.js';
export {
  reviewRoundSchema,
  roundOutcomeSchema,
  seatsLeftSchema,
  signOffSchema,
  transitionDraftSchema,
} from './review.js';
export type { ReviewRound, RoundOutcome, SeatsLeft, SignOff, TransitionDraft } from './review.js';
export {
  taskCandidatesSchema,
  taskDeeds,
  taskDueSchema,
  taskFilterSchema,
  taskLoadSchema,
  taskOptionSchema,
  taskReassignmentSchema,
  taskSchema,
  taskWithOptionsSchema,
} from './task.js';
export type {
  Task,
  TaskCandidates,
  TaskDeed,
  TaskDue,
  TaskFilter,
  TaskLoad,
  TaskOption,
  TaskWithOptions,
} from './task.js';
export {
  savedSegmentSchema,
  segmentAnswerSchema,
  laidOutSchema,
  segmentCutSchema,
  segmentDoubtSchema,
  segmentDraftSchema,
  segmentSheetSchema,
} from './segment.js';
export {
  accountAnswerSchema,
  accountDraftSchema,
  grantSchema,
  grantsDraftSchema,
  newTokenSchema,
  passwordChangeSchema,
  personAnswerSchema,
  profileChangesSchema,
  sessionAnswerSchema,
  signInSchema,
  tokenAnswerSchema,
  tokenDraftSchema,
} from './person.js';
export {
  MAX_TERM_TEXT,
  acceptanceSchema,
  conceptChangesSchema,
  conceptDraftSchema,
  conceptQuerySchema,
  conceptSchema,
  conceptTermSchema,
  declineSchema,
  foundTermSchema,
  foundTermsSchema,
  glossaryDomainsSchema,
  proposalDraftSchema,
  proposalQuerySchema,
  proposalSchema,
  proposalStateSchema,
  proposalStates,
  termDraftSchema,
  termSearchSchema,
  termStatusSchema,
  termStatuses,
} from './glossary.js';
export type {
  Acceptance,
  Concept,
  ConceptChanges,
  ConceptDraft,
  ConceptQuery,
  ConceptTerm,
  FoundTerm,
  GlossaryDomains,
  Proposal,
  ProposalDraft,
  ProposalQuery,
  TermDraft,
  TermSearch,
  TermStatus,
} from './glossary.js';
export {
  differenceRunSchema,
  memoryDuplicatesSchema,
  memoryImportDraftSchema,
  memoryImportSchema,
  memoryLookUpSchema,
  memoryMatchSchema,
  memoryMatchesSchema,
  memoryMergeSchema,
  memorySearchResultSchema,
  memorySearchQuerySchema,
  memoryUnitChangesSchema,
  memoryUnitQuerySchema,
  memoryUnitSchema,
  segmentMatchSchema,
} from './memory.js';
export type {
  MemoryImport,
  MemoryImportDraft,
  MemoryLookUpQuery,
  MemoryMatch,
  MemorySearch,
  MemoryUnit,
  MemoryUnitChanges,
  MemoryUnitQuery,
  SegmentMatch,
} from './memory.js';
export {
  engineNames,
  engineNameSchema,
  engineStateSchema,
  enginesSchema,
  noSuggestionReasons,
  noSuggestionSchema,
  suggestionsSchema,
  troubleKinds,
  troubleKindSchema,
} from './engine.js';
export type {
  EngineName,
  EngineState,
  NoSuggestion,
  SuggestionsAnswer,
  TroubleKind,
} from './engine.js';
export {
  exportQuerySchema,
  glossaryExportQuerySchema,
  glossaryFormats,
  glossaryImportSchema,
  glossaryUploadQuerySchema,
  importApplicationSchema,
  importEffects,
  importOutcomeSchema,
  importPreviewSchema,
  importProblemSchema,
  importRowSchema,
  taskFormats,
  taskFormatSchema,
  uploadQuerySchema,
  memoryExportQuerySchema,
  memoryFileImportSchema,
  memoryUploadQuerySchema,
} from './exchange.js';
export type {
  ExportQuery,
  GlossaryExportQuery,
  GlossaryFormat,
  GlossaryImport,
  GlossaryUploadQuery,
  ImportApplication,
  ImportOutcome,
  ImportPreview,
  ImportProblem,
  ImportRow,
  TaskFormat,
  UploadQuery,
  MemoryExportQuery,
  MemoryFileImport,
  MemoryUploadQuery,
} from './exchange.js';
export {
  MAX_SENTENCE_EXCEPTIONS,
  sentenceExceptionDraftSchema,
  sentenceExceptionSchema,
  sentenceExceptionsSchema,
} from './sentence-rule.js';
export type { SentenceException, SentenceExceptionDraft } from './sentence-rule.js';
export {
  analysisBands,
  analysisBandSchema,
  articleAnalysisSchema,
  bandFiguresSchema,
  editionAnalysisSchema,
  ownEstimateSchema,
  reviewFiguresSchema,
  taskAnalysisSchema,
  translationFiguresQuerySchema,
  translationFiguresSchema,
  workloadSchema,
  workProgressSchema,
} from './analysis.js';
export type {
  AnalysisBand,
  ArticleAnalysis,
  BandFigures,
  EditionAnalysis,
  OwnEstimate,
  ReviewFigures,
  TaskAnalysis,
  TranslationFigures,
  TranslationFiguresQuery,
  Workload,
  WorkProgress,
} from './analysis.js';
export { alignmentDraftSchema, MAX_ALIGNED_LENGTH, pastAlignmentsSchema } from './alignment.js';
export type { AlignmentDraft, PastAlignments } from './alignment.js';
export {
  boardArticleSchema,
  boardFilterSchema,
  boardQuerySchema,
  bottleneckQuerySchema,
  bottleneckSchema,
  deskSteps,
  deskStepSchema,
  searchTextSchema,
} from './board.js';
export type {
  BoardArticle,
  BoardEdition,
  BoardFilter,
  BoardQuery,
  BoardTask,
  Bottleneck,
  DeskStep,
  WaitingStep,
} from './board.js';
export { todaySchema, waitingReasonSchema } from './today.js';
export type { DraftItem, PublishedItem, Today, WaitingItem } from './today.js';
export {
  MAX_SAVED_VIEWS,
  savedViewChangesSchema,
  savedViewDraftSchema,
  savedViewSchema,
} from './saved-view.js';
export type { SavedView, SavedViewChanges, SavedViewDraft } from './saved-view.js';
export { MOST_FOUND, searchAnswerSchema, searchQuerySchema } from './search.js';
export type { FoundArticle, FoundConcept, FoundPerson, FoundTask, SearchAnswer } from './search.js';
export { codeInCodeText, codeTokens, plainText, textInCodeText } from './code-text.js';
export type { CodeToken } from './code-text.js';
export {
  addedMediaSchema,
  cropSchema,
  focalPointSchema,
  mediaChangesSchema,
  mediaKinds,
  mediaKindSchema,
  mediaLicences,
  mediaLicenceSchema,
  mediaQuerySchema,
  mediaSchema,
  mediaStates,
  mediaStateSchema,
  mediaTextsSchema,
  mediaUploadQuerySchema,
  SMALLEST_CROP,
} from './media.js';
export type {
  AddedMedia,
  Crop,
  FocalPoint,
  Media,
  MediaChanges,
  MediaKind,
  MediaLicence,
  MediaQuery,
  MediaState,
  MediaTexts,
  MediaUploadQuery,
} from './media.js';
export {
  CARD,
  heightAt,
  mainSize,
  mediaPath,
  pictureFormats,
  readMediaPath,
  widthsOf,
} from './media-path.js';
export type { PictureFormat } from './media-path.js';
export {
  MAX_SPELLING_WORDS,
  MAX_WRITING_LINES,
  spellingWordDraftSchema,
  spellingWordSchema,
  spellingWordsSchema,
  tonePlaceChangeSchema,
  tonePlaceSchema,
  writingFindingSchema,
  writingIgnoreSchema,
  writingKinds,
  writingLinesSchema,
  writingReportSchema,
} from './writing.js';
export type {
  SpellingWord,
  SpellingWordDraft,
  TonePlaceChange,
  WritingFinding,
  WritingIgnore,
  WritingKind,
  WritingLine,
  WritingReport,
} from './writing.js';
