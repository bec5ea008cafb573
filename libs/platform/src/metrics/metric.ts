import { Registry, type Defined } from '../registry/registry.js';
import type { platformMetrics } from './platform.metrics.js';

/** Something of the program, or of what it works with, that is counted or measured for those who run it. */
export interface Metric {
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** One sentence, as a scrape says it. */
  readonly about: string;
  /** Their values are names of ours (a route's pattern, a job, a code): never a person, a token or what somebody typed. */
  readonly labels?: readonly string[];
  readonly buckets?: readonly number[];
}

/** Every metric there is, each defined by the library that counts or measures it. */
export const metrics = new Registry<Metric>('metric');

/** The names of all metrics; every library adds its own. */
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
