import type { Context, Span as OtelSpan } from '@opentelemetry/api';
import type { Config } from '../config/config.js';
import { statementListeners } from './statements.js';
import { telemetry, type Facts, type Span, type SpanKind, type Telemetry } from './telemetry.js';

/**
 * Starts traces and logs if an endpoint is configured. OpenTelemetry is loaded only then.
 * We create the spans ourselves instead of patching libraries, so no values are exported.
 */
export async function startTelemetry(
  config: Config,
  version: string,
  program: string = config.program,
): Promise<Telemetry | null> {
  if (config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return null;
  const [api, trace, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/resources'),
  ]);
  const resource = resources.resourceFromAttributes({
    'service.name': config.OTEL_SERVICE_NAME,
    'service.version': version,
    'upstander.program': program,
  });
  const provider = await tracesOf(config, trace, resource);
  const logs = await logsOf(config, resource);
  const tracer = provider.getTracer('upstander', version);
  const { context, propagation, trace: spans, SpanKind: kinds, SpanStatusCode, ROOT_CONTEXT } = api;
  const kindOf: Record<SpanKind, number> = {
    server: kinds.SERVER,
    client: kinds.CLIENT,
    inside: kinds.INTERNAL,
    job: kinds.CONSUMER,
  };
  const spanOf = new WeakMap<Span, OtelSpan>();

  const beginSpan = (name: string, kind: SpanKind, facts: Facts = {}, from?: string): Span => {
    const parent: Context = from ? propagation.extract(ROOT_CONTEXT, { traceparent: from }) : context.active();
    const otelSpan = tracer.startSpan(name, { kind: kindOf[kind], attributes: { ...facts } }, parent);
    const span: Span = {
      rename: (other) => void otelSpan.updateName(other),
      setFacts: (attributes) => void otelSpan.setAttributes({ ...attributes }),
      end: ({ failed } = { failed: false }) => {
        if (failed) otelSpan.setStatus({ code: SpanStatusCode.ERROR });
        otelSpan.end();
      },
    };
    spanOf.set(span, otelSpan);
    return span;
  };

  const hearStatement = (name: string) => {
    // Skips statements outside of a trace, for example of a pool's own maintenance.
    if (!spans.getSpan(context.active())) return ignoreEnd;
    const span = beginSpan(name, 'client', { 'db.system.name': 'postgresql' });
    return (failed: boolean) => span.end({ failed });
  };
  statementListeners.add(hearStatement);

  telemetry.on = {
    begin: beginSpan,
    runWithin: (span, work) => context.with(spans.setSpan(context.active(), spanOf.get(span)!), work),
    traceparent: () => {
      const carrier: Record<string, string> = {};
      propagation.inject(context.active(), carrier);
      return carrier['traceparent'];
    },
    log: (line) => logs?.write(line),
    async end() {
      telemetry.on = null;
      statementListeners.delete(hearStatement);
      await Promise.all([provider.shutdown(), logs?.end()]).catch(() => undefined);
      api.trace.disable();
      context.disable();
      propagation.disable();
    },
  };
  return telemetry.on;
}

const ignoreEnd = (): void => undefined;

async function tracesOf(
  config: Config,
  trace: typeof import('@opentelemetry/sdk-trace-node'),
  resource: import('@opentelemetry/resources').Resource,
) {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const exporter = new OTLPTraceExporter(addressOf(config, 'traces'));
  const provider = new trace.NodeTracerProvider({
    resource,
    sampler: new trace.ParentBasedSampler({ root: new trace.TraceIdRatioBasedSampler(config.OTEL_TRACES_SAMPLER_ARG) }),
    spanProcessors: config.OTEL_TRACES_EXPORTER === 'otlp' ? [new trace.BatchSpanProcessor(exporter)] : [],
  });
  provider.register();
  return provider;
}

async function logsOf(config: Config, resource: import('@opentelemetry/resources').Resource) {
  if (config.OTEL_LOGS_EXPORTER === 'none') return null;
  const [{ LoggerProvider, BatchLogRecordProcessor }, { OTLPLogExporter }] = await Promise.all([
    import('@opentelemetry/sdk-logs'),
    import('@opentelemetry/exporter-logs-otlp-http'),
  ]);
  const exporter = new OTLPLogExporter(addressOf(config, 'logs'));
  const provider = new LoggerProvider({ resource, processors: [new BatchLogRecordProcessor({ exporter })] });
  const logger = provider.getLogger('upstander');
  return {
    write({ level, time, msg, ...facts }: Readonly<Record<string, unknown>>): void {
      const severityNumber = severities[Number(level)] ?? 9;
      logger.emit({ severityNumber, timestamp: Number(time), body: String(msg), attributes: flattenFacts(facts) });
    },
    end: () => provider.shutdown(),
  };
}

const severities: Readonly<Record<number, number>> = { 20: 5, 30: 9, 40: 13, 50: 17, 60: 21 };

function flattenFacts(facts: Record<string, unknown>): Record<string, string | number | boolean> {
  const { err, ...fields } = facts as { err?: Record<string, unknown> };
  const fault = err && { 'exception.type': err['type'], 'exception.stacktrace': err['stack'] };
  const logFields = Object.entries({ ...fields, ...fault }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(logFields.map(([name, value]) => [name, isPlain(value) ? value : JSON.stringify(value)]));
}

const isPlain = (value: unknown): value is string | number | boolean =>
  /^(?:string|number|boolean)$/.test(typeof value);

function addressOf(config: Config, signal: 'traces' | 'logs') {
  const url = `${config.OTEL_EXPORTER_OTLP_ENDPOINT!.replace(/\/+$/, '')}/v1/${signal}`;
  const pairs = config.OTEL_EXPORTER_OTLP_HEADERS.split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const] : [];
  });
  return { url, headers: Object.fromEntries(pairs) };
}
