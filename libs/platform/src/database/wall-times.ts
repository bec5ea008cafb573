import type { DataSource } from 'typeorm';

interface HydratingDriver {
  prepareHydratedValue(value: unknown, column: { type: unknown }): unknown;
  preparePersistentValue(value: unknown, column: { type: unknown }): unknown;
}

/** TypeORM would convert wall times to `Date`, which shifts times around a clock change. */
export function readWallTimesAsText(source: DataSource): void {
  const driver = source.driver as unknown as HydratingDriver;
  for (const methodName of ['prepareHydratedValue', 'preparePersistentValue'] as const) {
    const typeorms = driver[methodName].bind(driver);
    driver[methodName] = (value, column) => (column.type === 'timestamp' ? value : typeorms(value, column));
  }
}
