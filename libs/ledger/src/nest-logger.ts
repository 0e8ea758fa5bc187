import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Nest's own messages, into the same log. Its start-up chatter is for debugging. */
export class NestLogger implements LoggerService {
  constructor(private readonly into: Logger) {}

  log(message: unknown): void {
    this.into.debug(String(message));
  }

  error(message: unknown, ...more: unknown[]): void {
    this.into.error({ more }, String(message));
  }

  warn(message: unknown): void {
    this.into.warn(String(message));
  }

  debug(message: unknown): void {
    this.into.trace(String(message));
  }

  verbose(message: unknown): void {
    this.into.trace(String(message));
  }
}
