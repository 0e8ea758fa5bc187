export { Board } from './board/board.service.js';
export { OverviewModule } from './overview.module.js';
export { OwnWork } from './own-work/own-work.service.js';
export type {
  ApprovedEdition,
  DraftEdition,
  PublishedEdition,
  ReturnedEdition,
} from './own-work/own-work.queries.js';
export { Search } from './search/search.service.js';
export { stepOf } from './step.policy.js';
export type { Standing } from './step.policy.js';
export { SavedViews } from './views/saved-views.service.js';
