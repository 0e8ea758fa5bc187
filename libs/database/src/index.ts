export { Clock, SetClock, SystemClock } from './clock.js';
export { flag, jsonColumn, wholeNumber } from './columns.js';
export { connect, databaseOptions } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export { hasErrno, isDuplicate } from './errno.js';
export { newId } from './new-id.js';
export { change, firstRow, rows } from './rows.js';
export type { Sql } from './rows.js';
export { Transactions } from './transactions.js';
