import { healthChecks } from './health-check.js';
import type { Measurement } from './metric-source.js';

/**
 * Combines the measurements of two programs in one process. Both report the same values for shared resources, of which
 * the worse one counts, as in the alerts. Each has its own pools, so the label of the second one's gets a prefix.
 */
export function combineMeasurements(
  measured: readonly Measurement[],
  others: readonly Measurement[],
  program: string,
): Measurement[] {
  const combined = new Map(measured.map((one) => [keyOf(one), one]));
  for (const other of others) {
    const pool = other.labels?.['pool'];
    const one = pool === undefined ? other : { ...other, labels: { ...other.labels, pool: `${program}-${pool}` } };
    const known = combined.get(keyOf(one));
    combined.set(keyOf(one), known ? worse(known, one) : one);
  }
  return [...combined.values()];
}

function worse(one: Measurement, other: Measurement): Measurement {
  if (one.value === null || other.value === null) return one.value === null ? other : one;
  const isBadBelow = healthChecks.all().some(([, { of, badBelow }]) => of === one.name && badBelow !== undefined);
  const isOneWorse = isBadBelow ? one.value <= other.value : one.value >= other.value;
  return isOneWorse ? one : other;
}

function keyOf({ name, labels = {} }: Measurement): string {
  return JSON.stringify([name, Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
