import { AsyncLocalStorage } from 'node:async_hooks';

/** What goes with a request through logs, ledger entries, jobs and e-mails. */
export interface RequestContext {
  readonly requestId: string;
  /** W3C trace context, when the caller sent or the tracer made one. */
  readonly traceParent?: string | undefined;
  /** Set when the caller asked that this command act once. */
  readonly once?: { accountId: string; key: string; requestHash: string } | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` within a context; everything it awaits sees it. */
export const inContext = <T>(context: RequestContext, work: () => T): T =>
  storage.run(context, work);

/** The context of the running request or job, if there is one. */
export const currentContext = (): RequestContext | undefined => storage.getStore();
