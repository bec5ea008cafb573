import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { MetricName } from './metric.js';

export const metricSourceKey = 'upstander:metric-source';

/** Marks an injectable class that measures gauges on demand. */
export const MetricSource = (): ClassDecorator => applyDecorators(Injectable(), SetMetadata(metricSourceKey, true));

export interface Measurement {
  readonly name: MetricName;
  readonly value: number | null;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Uses cheap, indexed statements, because it runs every few seconds in every monitored program. */
export interface Measures {
  measure(): Promise<Measurement[]>;
}
