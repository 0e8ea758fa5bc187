import { Module } from '@nestjs/common';
import { OverviewModule } from '@desk/overview';
import { TasksModule } from '@desk/tasks';
import { TranslationModule } from '@desk/translation';
import { BoardController } from '../board/board.controller.js';
import { SearchController } from '../search/search.controller.js';
import { TodayController } from '../today/today.controller.js';
import { TodayService } from '../today/today.service.js';
import { ViewsController } from '../views/views.controller.js';

/** A person's day, the board with its views, and search over HTTP. */
@Module({
  imports: [OverviewModule, TasksModule, TranslationModule],
  controllers: [TodayController, BoardController, ViewsController, SearchController],
  providers: [TodayService],
})
export class OverviewApiModule {}
