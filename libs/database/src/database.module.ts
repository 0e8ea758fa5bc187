import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, SystemClock } from './clock.js';
import { databaseOptions } from './data-source.js';
import { Transactions } from './transactions.js';

/** The connection pool, transactions and the clock, for every module of a process. */
@Module({})
export class DatabaseModule {
  static forRoot(
    databaseUrl: string,
    clock: Clock = new SystemClock(),
    poolSize = 20,
  ): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...databaseOptions(databaseUrl, poolSize),
          retryAttempts: 3,
          retryDelay: 1_000,
        }),
      ],
      providers: [Transactions, { provide: Clock, useValue: clock }],
      exports: [Transactions, Clock],
    };
  }
}
