import type { DataSource } from 'typeorm';

interface Hydrating {
  prepareHydratedValue(value: unknown, column: { type: unknown }): unknown;
  preparePersistentValue(value: unknown, column: { type: unknown }): unknown;
}

/**
 * TypeORM makes a `Date` of a time without zone, in the zone of the process: where its clock jumps, nine o'clock becomes
 * ten. A wall time is text on both ways, as with hand-written SQL.
 */
export function keepWallTimes(source: DataSource): void {
  const driver = source.driver as unknown as Hydrating;
  for (const way of ['prepareHydratedValue', 'preparePersistentValue'] as const) {
    const typeorms = driver[way].bind(driver);
    driver[way] = (value, column) => (column.type === 'timestamp' ? value : typeorms(value, column));
  }
}
