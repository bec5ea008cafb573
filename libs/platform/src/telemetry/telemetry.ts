/** What a span may say: names, codes and counts of ours, never a value. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** A piece of work that has begun. */
export interface Span {
  rename(name: string): void;
  say(facts: Facts): void;
  /** `failed` without a message: messages may quote values, and the log has the stack. */
  end(outcome?: { failed: boolean }): void;
}

export type SpanKind = 'server' | 'client' | 'inside' | 'job';

/** Traces and logs that leave by OpenTelemetry, while they are on. */
export interface Telemetry {
  /** Begins below whatever is under way here, or below the trace that `from` (a traceparent) carries. */
  begin(name: string, kind: SpanKind, facts?: Facts, from?: string): Span;
  /** Does the work as a part of the span. */
  within<T>(span: Span, work: () => T): T;
  /** The trace that is under way here, for a job to go on with. */
  traceparent(): string | undefined;
  log(line: Readonly<Record<string, unknown>>): void;
  /** Sends what has not left yet. */
  end(): Promise<void>;
}

/** Null unless an OTEL_EXPORTER_OTLP_ENDPOINT is set: then nothing of OpenTelemetry is even loaded. */
export const telemetry: { on: Telemetry | null } = { on: null };

/** Does the work as a span of its own; without telemetry it is just done. */
export async function traced<T>(
  name: string,
  kind: SpanKind,
  facts: Facts,
  work: () => Promise<T>,
  from?: string,
): Promise<T> {
  const { on } = telemetry;
  if (!on) return work();
  const span = on.begin(name, kind, facts, from);
  try {
    const result = await on.within(span, work);
    span.end();
    return result;
  } catch (error) {
    span.end({ failed: true });
    throw error;
  }
}
