import { releaseFacts } from '@upstander/db';
import { JobQueue, Logger, startTelemetry, telemetry } from '@upstander/platform';
import type { Queue } from 'bullmq';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent } from '../support/factories.js';

interface SpanSent {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Record<string, unknown> }[];
}

async function aCollector(): Promise<{ url: string; sent: { path: string; body: string }[]; server: Server }> {
  const sent: { path: string; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      sent.push({ path: request.url ?? '', body });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent, server };
}

describe('traces and logs', () => {
  let app: TestApp;
  let collector: Awaited<ReturnType<typeof aCollector>>;
  let spans: SpanSent[];
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

  beforeAll(async () => {
    collector = await aCollector();
    const config = { TRUST_PROXY: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
    const { testConfig } = await import('../support/config.js');
    expect(await startTelemetry(testConfig('postgres://localhost/none'), releaseFacts.version)).toBeNull();
    await startTelemetry(testConfig('postgres://localhost/none', config), releaseFacts.version);
    app = await startApp({ config });
    const event = await anEvent(app.db, { title: 'Marigold kitchen' });
    const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
    const page = await fetch(`${app.url}/events/${event.slug}`, { headers });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Marigold kitchen')]);
    await app.graphql('query Find($slug: String!) { event(slug: $slug) { title } }', { slug: 'marigold' }, { headers });
    // A job enqueued by a request continues its trace.
    const added = jest.spyOn((app.nest.get(JobQueue) as unknown as { queues: { urgent: Queue } }).queues.urgent, 'add');
    const span = telemetry.on!.begin('somebody', 'server', {}, headers.traceparent);
    telemetry.on!.runWithin(span, () => app.nest.get(JobQueue).enqueue('expire-offers'));
    span.end();
    expect(added.mock.calls[0]?.[1]).toEqual({ trace: expect.stringContaining(`00-${trace}-`) });
    telemetry.on!.log({ level: 50, time: 1, msg: 'a request failed', requestId: 'r-12345678' });
    await telemetry.on!.end();
    spans = collector.sent
      .filter(({ path }) => path === '/v1/traces')
      .flatMap(({ body }) =>
        (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SpanSent[] }[] }[] }).resourceSpans.flatMap(
          ({ scopeSpans }) => scopeSpans.flatMap(({ spans: some }) => some),
        ),
      );
  });
  afterAll(async () => {
    await app.close();
    collector.server.close();
  });

  test('one trace covers the proxy, the page, its requests and the SQL statements', () => {
    const traceSpans = spans.filter(({ traceId }) => traceId === trace);
    const page = traceSpans.find(({ name }) => name === 'GET /events/:slug')!;
    expect(page.parentSpanId).toBe('00f067aa0ba902b7');
    const childSpans = (id: string): SpanSent[] =>
      traceSpans
        .filter(({ parentSpanId }) => parentSpanId === id)
        .flatMap((span) => [span, ...childSpans(span.spanId)]);
    const names = childSpans(page.spanId).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['graphql helpLines', 'event-by-slug']));
  });

  test('an HTTP request is part of the trace too', () => {
    expect(spans.filter(({ traceId }) => traceId === trace).map(({ name }) => name)).toContain('POST /graphql');
  });

  test('exports no user input and no content', () => {
    expect(collector.sent.map(({ body }) => body.toLowerCase()).join()).not.toContain('marigold');
  });

  test('exports log lines too', () => {
    const logs = collector.sent.filter(({ path }) => path === '/v1/logs').map(({ body }) => body);
    expect(logs.join()).toContain('a request failed');
    expect(logs.join()).toContain('r-12345678');
  });

  test('exports and measures nothing after shutdown', () => {
    expect(telemetry.on).toBeNull();
    expect(app.nest.get(Logger)).toBeDefined();
  });
});
