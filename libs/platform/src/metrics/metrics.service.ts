import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Logger } from '../logging/logger.js';
import { metrics, type MetricName } from './metric.js';
import { combineMeasurements } from './combine-measurements.js';
import { metricSourceKey, type Measurement, type Measures } from './metric-source.js';

type Labels = Readonly<Record<string, string>>;
type Instrument = Counter | Gauge | Histogram;

/** Cache time of measurements in milliseconds, for several scrapers. */
const cacheTime = 5_000;
/** Timeout of one source. The others are still reported. */
const sourceTimeout = 4_000;
/** Pattern of label values. Others, and those past the maximum, are counted as `other`. */
const plain = /^[\w.:*/~-]{1,100}$/;
const maxLabelValues = 400;
const otherLabel = 'other';

/** If a source fails, its metrics are missing from the scrape and `upstander_measurement_failed` is set. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly instruments = new Map<MetricName, Instrument>();
  private readonly seenValues = new Map<string, Set<string>>();
  private measured?: { at: number; values: Promise<Measurement[]> };
  private withProcess = false;
  /** Counts and reports for this one if both programs run in one process. */
  private reporter: Metrics = this;
  private readonly included: Array<readonly [program: string, metrics: Metrics]> = [];

  constructor(
    private readonly logger: Logger,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /**
   * Reports another program of this process too, so that both share one port. Its pools get its name as a prefix.
   */
  include(program: string, other: Metrics): void {
    other.reporter = this;
    this.included.push([program, other]);
    this.invalidate();
  }

  count(name: MetricName, labels: Labels = {}, by = 1): void {
    const { reporter } = this;
    (reporter.instrument(name) as Counter).inc(reporter.limitLabels(name, labels), by);
  }

  observe(name: MetricName, labels: Labels, value: number): void {
    const { reporter } = this;
    (reporter.instrument(name) as Histogram).observe(reporter.limitLabels(name, labels), value);
  }

  async render(): Promise<{ status: number; type: string; text: string }> {
    if (this.reporter !== this) return this.reporter.render();
    if (!this.withProcess) collectDefaultMetrics({ register: this.registry });
    this.withProcess = true;
    const values = await this.measure();
    for (const [name, { type, labels }] of metrics.all()) {
      if (type === 'gauge') this.clearSeries(name as MetricName);
      // Starts at 0, because dashboards would show "no data" until the first event.
      else if (type === 'counter' && !labels?.length) this.instrument(name as MetricName);
    }
    for (const { name, value, labels = {} } of values) {
      if (value !== null) (this.instrument(name) as Gauge).set(this.limitLabels(name, labels), value);
    }
    return { status: 200, type: this.registry.contentType, text: await this.registry.metrics() };
  }

  measure(): Promise<Measurement[]> {
    const now = performance.now();
    if (!this.measured || now - this.measured.at > cacheTime) this.measured = { at: now, values: this.askAll() };
    return this.measured.values;
  }

  invalidate(): void {
    this.measured = undefined;
  }

  private async askAll(): Promise<Measurement[]> {
    const own = (await Promise.all(this.sources().map((source) => this.ask(source)))).flat();
    let combined = own;
    for (const [program, other] of this.included)
      combined = combineMeasurements(combined, await other.measure(), program);
    return combined;
  }

  private async ask(source: Measures): Promise<Measurement[]> {
    const labels = { source: source.constructor.name };
    let timer: NodeJS.Timeout | undefined;
    const timedOut = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('it took too long')), sourceTimeout);
    });
    try {
      const values = await Promise.race([source.measure(), timedOut]);
      return [...values, { name: 'upstander_measurement_failed', labels, value: 0 }];
    } catch (error) {
      this.logger.fault(error, labels, 'a metric source failed');
      return [{ name: 'upstander_measurement_failed', labels, value: 1 }];
    } finally {
      clearTimeout(timer);
    }
  }

  private sources(): Measures[] {
    const markedProviders = this.discovery
      .getProviders()
      .filter(({ metatype, instance }) => metatype && instance && this.reflector.get(metricSourceKey, metatype));
    return [...new Set(markedProviders.map(({ instance }) => instance as Measures))];
  }

  /** Removes outdated series, and the initial 0 of a gauge without labels, which wasn't measured. */
  private clearSeries(name: MetricName): void {
    const gauge = this.instrument(name) as Gauge;
    gauge.reset();
    gauge.remove({});
  }

  private instrument(name: MetricName): Instrument {
    let found = this.instruments.get(name);
    if (!found) this.instruments.set(name, (found = this.createInstrument(name)));
    return found;
  }

  private createInstrument(name: MetricName): Instrument {
    const definition = metrics.get(name);
    const { type, about: help, labels: labelNames = [], buckets } = definition;
    const of = { name, help, labelNames: [...labelNames], registers: [this.registry] };
    if (type === 'counter') return new Counter(of);
    return type === 'gauge' ? new Gauge(of) : new Histogram({ ...of, ...(buckets && { buckets: [...buckets] }) });
  }

  /** Limits label values, whatever a client sends. */
  private limitLabels(name: string, labels: Labels): Record<string, string> {
    return Object.fromEntries(
      Object.entries(labels).map(([label, value]) => [label, this.limitValue(`${name} ${label}`, value)]),
    );
  }

  private limitValue(of: string, value: string): string {
    let known = this.seenValues.get(of);
    if (!known) this.seenValues.set(of, (known = new Set()));
    if (known.has(value)) return value;
    if (!plain.test(value) || known.size >= maxLabelValues) return otherLabel;
    known.add(value);
    return value;
  }
}
