import type { Logger } from 'pino';

/**
 * Ends the process when asked to (SIGTERM, SIGINT): what is under way is finished by `close`,
 * within the deadline; then it exits, with 0 when all went well.
 */
export function endGracefully(
  close: () => Promise<unknown>,
  log: Logger,
  deadlineMs = 9_000,
): void {
  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending');
    setTimeout(() => process.exit(1), deadlineMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not end well');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}
