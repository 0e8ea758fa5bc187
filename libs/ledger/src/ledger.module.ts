import { Global, Module } from '@nestjs/common';
import { Commands } from './commands.service.js';

/** How commands are carried out. Needs the database's module and a bell (the queues' module). */
@Global()
@Module({ providers: [Commands], exports: [Commands] })
export class LedgerModule {}
