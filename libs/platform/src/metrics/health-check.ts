import { Registry } from '../registry/registry.js';
import type { MetricName } from './metric.js';

export type HealthArea = 'programs' | 'mail' | 'money' | 'people';

/** Rates a metric by its worst series. */
export interface HealthCheck {
  readonly area: HealthArea;
  readonly of: MetricName;
  /** Warning from this value. */
  readonly warnFrom?: number;
  /** Urgent from this value. deploy/prometheus/alerts.yml uses the same number. */
  readonly badFrom?: number;
  /** Urgent below this value, for metrics that are 1 while available. */
  readonly badBelow?: number;
}

/** All health checks, each defined by the library with the metric. The admin translates their names. */
export const healthChecks = new Registry<HealthCheck>('health check');

export type HealthState = 'fine' | 'warning' | 'bad' | 'unknown';

/** `unknown` if the value is null. */
export function healthState({ warnFrom, badFrom, badBelow }: HealthCheck, value: number | null): HealthState {
  if (value === null) return 'unknown';
  if ((badFrom !== undefined && value >= badFrom) || (badBelow !== undefined && value < badBelow)) return 'bad';
  return warnFrom !== undefined && value >= warnFrom ? 'warning' : 'fine';
}
