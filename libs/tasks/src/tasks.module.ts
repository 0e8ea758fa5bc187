import { Module } from '@nestjs/common';
import { Tasks } from './tasks.service.js';

/** What waits for whom. Needs the database's and the ledger's modules. */
@Module({ providers: [Tasks], exports: [Tasks] })
export class TasksModule {}
