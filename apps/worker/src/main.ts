import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { BadEnvironment, endGracefully, readEnvironment } from '@desk/config';
import { newLogger, startTracing } from '@desk/ledger';
import { createWorker } from './worker.js';

try {
  const environment = readEnvironment(process.env, (path) => readFileSync(path, 'utf8'));
  const log = newLogger('worker', environment.LOG_LEVEL);
  const endTracing = await startTracing('worker', environment.OTEL_EXPORTER_OTLP_ENDPOINT);
  const app = await createWorker(environment, log);
  endGracefully(() => app.close().then(endTracing), log);
  await app.listen(environment.WORKER_PORT, environment.WORKER_HOST);
  log.info({ url: await app.getUrl() }, 'the worker works');
} catch (error) {
  process.stderr.write(`${error instanceof BadEnvironment ? error.message : String(error)}\n`);
  process.exit(1);
}
