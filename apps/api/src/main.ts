import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { BadEnvironment, endGracefully, readEnvironment } from '@desk/config';
import { newLogger, startTracing } from '@desk/ledger';
import { createApi } from './api.js';

try {
  const environment = readEnvironment(process.env, (path) => readFileSync(path, 'utf8'));
  const log = newLogger('api', environment.LOG_LEVEL);
  const endTracing = await startTracing('api', environment.OTEL_EXPORTER_OTLP_ENDPOINT);
  const app = await createApi(environment, log);
  endGracefully(() => app.close().then(endTracing), log);
  await app.listen(environment.API_PORT, environment.API_HOST);
  log.info({ url: await app.getUrl() }, 'the API listens');
} catch (error) {
  process.stderr.write(`${error instanceof BadEnvironment ? error.message : String(error)}\n`);
  process.exit(1);
}
