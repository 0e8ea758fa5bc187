import { Module } from '@nestjs/common';
import { Board } from './board/board.service.js';
import { OwnWork } from './own-work/own-work.service.js';
import { Search } from './search/search.service.js';
import { SavedViews } from './views/saved-views.service.js';

const services = [Board, OwnWork, SavedViews, Search];

/** What the newsroom sees of itself at a glance. */
@Module({ providers: services, exports: services })
export class OverviewModule {}
