import { Registry } from '../registry/registry.js';
import type { MetricName } from './metric.js';

/** What a check is about, and so who looks after it. */
export type HealthArea = 'programs' | 'mail' | 'money' | 'people';

/** A metric that says by its value whether something is in order: its largest series counts. */
export interface HealthCheck {
  readonly area: HealthArea;
  readonly of: MetricName;
  /** From this value on somebody should look when they find the time. */
  readonly warnFrom: number;
  /** From this value on somebody has to look now; the same number stands in deploy/prometheus/alerts.yml. */
  readonly badFrom: number;
}

/** Every check there is, each defined by the library whose metric it reads. Its words are a message of the admin. */
export const healthChecks = new Registry<HealthCheck>('health check');

export type HealthState = 'fine' | 'warning' | 'bad' | 'unknown';

/** How a check stands: `null` is what could not be measured. */
export function healthState({ warnFrom, badFrom }: HealthCheck, value: number | null): HealthState {
  if (value === null) return 'unknown';
  return value >= badFrom ? 'bad' : value >= warnFrom ? 'warning' : 'fine';
}
