import { Registry, type Defined } from '../registry/registry.js';
import type { platformMetrics } from './platform.metrics.js';

export interface Metric {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly about: string;
  /** Label values are code names, never personal data, tokens or user input. */
  readonly labels?: readonly string[];
  readonly buckets?: readonly number[];
}

/** All metrics, each defined by the library that records it. */
export const metrics = new Registry<Metric>('metric');

/** Names of all metrics. Each library extends this interface. */
export interface MetricNames extends Defined<typeof platformMetrics> {}
export type MetricName = keyof MetricNames & string;

export const counter = (about: string, ...labels: string[]): Metric => ({ type: 'counter', about, labels });
export const gauge = (about: string, ...labels: string[]): Metric => ({ type: 'gauge', about, labels });
export const histogram = (about: string, buckets: readonly number[], ...labels: string[]): Metric => ({
  type: 'histogram',
  about,
  labels,
  buckets,
});
