import { SetMetadata } from '@nestjs/common';
import type { MetricName } from './metric.js';

export const metricSourceKey = 'upstander:metric-source';

/** Marks a class that measures gauges on demand. */
export const MetricSource = (): ClassDecorator => SetMetadata(metricSourceKey, true);

/** Current value of a gauge; null if it has none at the moment. */
export interface Measured {
  readonly name: MetricName;
  readonly value: number | null;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Measures gauges. Use cheap, indexed statements: it runs every few seconds in every monitored program. */
export interface Measures {
  measure(): Promise<Measured[]>;
}
