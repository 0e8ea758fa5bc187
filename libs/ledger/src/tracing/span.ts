import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanKind,
} from '@opentelemetry/api';

const pattern = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Whether this is a `traceparent` as W3C Trace Context writes it. */
export const isTraceParent = (text: string): boolean => pattern.test(text);

/** Begins a span under a parent that may be of another process; without one it begins a trace. */
export function beginSpan(
  name: string,
  kind: SpanKind,
  traceParent: string | undefined,
  attributes: Attributes,
): Span {
  return trace
    .getTracer('mekong-desk')
    .startSpan(name, { kind, attributes }, parentOf(traceParent));
}

/** The `traceparent` to hand on; undefined when there is no trace. */
export function traceParentOf(span: Span): string | undefined {
  const of = span.spanContext();
  if (!isSpanContextValid(of)) return undefined;
  return `00-${of.traceId}-${of.spanId}-${of.traceFlags.toString(16).padStart(2, '0')}`;
}

/** Does `work` and ends the span, marked when it failed. */
export async function within<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) });
    throw error;
  } finally {
    span.end();
  }
}

function parentOf(traceParent: string | undefined): Context {
  const [, traceId, spanId, flags] = pattern.exec(traceParent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  const parent = { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true };
  return trace.setSpanContext(ROOT_CONTEXT, parent);
}
