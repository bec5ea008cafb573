export { dataSourceOptions, entities } from './data-source.js';
export {
  demoPassword,
  demoTotpSecret,
  loadDemo,
  logins,
  NotEmptyError,
  playAdvocacy,
  playGifts,
} from './demo/index.js';
export { migrate, migrateKeys } from './migrate.js';
export { pendingMigrations } from './pending-migrations.js';
