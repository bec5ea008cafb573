import { Registry } from '../registry/registry.js';
import type { MetricName } from './metric.js';

/** What a check is about, and so who looks after it. */
export type HealthArea = 'programs' | 'mail' | 'money' | 'people';

/** A metric that says by its value whether something is in order: the worst of its series counts. */
export interface HealthCheck {
  readonly area: HealthArea;
  readonly of: MetricName;
  /** From this value on somebody should look when they find the time. */
  readonly warnFrom?: number;
  /** From this value on somebody has to look now; deploy/prometheus/alerts.yml has the same number. */
  readonly badFrom?: number;
  /** Bad below this value, of what is 1 while it is there. */
  readonly badBelow?: number;
}

/** Every check there is, each defined by the library whose metric it reads. Its words are a message of the admin. */
export const healthChecks = new Registry<HealthCheck>('health check');

export type HealthState = 'fine' | 'warning' | 'bad' | 'unknown';

/** How a check stands: `null` is what could not be measured. */
export function healthState({ warnFrom, badFrom, badBelow }: HealthCheck, value: number | null): HealthState {
  if (value === null) return 'unknown';
  if ((badFrom !== undefined && value >= badFrom) || (badBelow !== undefined && value < badBelow)) return 'bad';
  return warnFrom !== undefined && value >= warnFrom ? 'warning' : 'fine';
}
