/** Attributes of a span: names, codes and counts, never user data. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

export interface Span {
  rename(name: string): void;
  setFacts(facts: Facts): void;
  /** `failed` has no message, because messages may quote values. The log has the stack. */
  end(outcome?: { failed: boolean }): void;
}

export type SpanKind = 'server' | 'client' | 'inside' | 'job';

export interface Telemetry {
  /** Starts a span under the current one, or under the trace of `from` (a traceparent). */
  begin(name: string, kind: SpanKind, facts?: Facts, from?: string): Span;
  runWithin<T>(span: Span, work: () => T): T;
  traceparent(): string | undefined;
  log(line: Readonly<Record<string, unknown>>): void;
  end(): Promise<void>;
}

/** Null unless OTEL_EXPORTER_OTLP_ENDPOINT is set. */
export const telemetry: { on: Telemetry | null } = { on: null };

export async function traceWork<T>(
  name: string,
  kind: SpanKind,
  facts: Facts,
  work: () => Promise<T>,
  from?: string,
): Promise<T> {
  const { on: currentTelemetry } = telemetry;
  if (!currentTelemetry) return work();
  const span = currentTelemetry.begin(name, kind, facts, from);
  try {
    const result = await currentTelemetry.runWithin(span, work);
    span.end();
    return result;
  } catch (error) {
    span.end({ failed: true });
    throw error;
  }
}
