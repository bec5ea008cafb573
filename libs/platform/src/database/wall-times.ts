import type { DataSource } from 'typeorm';

interface Hydrating {
  prepareHydratedValue(value: unknown, column: { type: unknown }): unknown;
  preparePersistentValue(value: unknown, column: { type: unknown }): unknown;
}

/**
 * Keeps wall times as text in TypeORM, as hand-written SQL does.
 * TypeORM would convert them to `Date`, which shifts times around a clock change.
 */
export function readWallTimesAsText(source: DataSource): void {
  const driver = source.driver as unknown as Hydrating;
  for (const way of ['prepareHydratedValue', 'preparePersistentValue'] as const) {
    const typeorms = driver[way].bind(driver);
    driver[way] = (value, column) => (column.type === 'timestamp' ? value : typeorms(value, column));
  }
}
