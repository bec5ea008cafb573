import { SetMetadata } from '@nestjs/common';
import type { MetricName } from './metric.js';

export const metricSourceKey = 'upstander:metric-source';

/** Marks a class that is asked for values when somebody wants to see them. */
export const MetricSource = (): ClassDecorator => SetMetadata(metricSourceKey, true);

/** A gauge as it is now; `null` is what has no value at the moment, such as the age of nothing. */
export interface Measured {
  readonly name: MetricName;
  readonly value: number | null;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Answers by cheap statements over indexes: it is asked every few seconds, by every program that is watched. */
export interface Measures {
  measure(): Promise<Measured[]>;
}
