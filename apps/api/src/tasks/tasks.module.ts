import { Module } from '@nestjs/common';
import { TasksModule } from '@desk/tasks';
import { TasksController } from './tasks.controller.js';

/** Tasks over HTTP. */
@Module({ imports: [TasksModule], controllers: [TasksController] })
export class TasksApiModule {}
