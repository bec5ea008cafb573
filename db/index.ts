export { dataSourceOptions, entities } from './data-source.js';
export { migrate } from './migrate.js';
export { pendingMigrations } from './pending-migrations.js';
