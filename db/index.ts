export { articles } from './content/articles/index.js';
export { courses } from './content/courses.js';
export { writeCourses } from './content/write-courses.js';
export { shippedHelpLines, writeHelpLines } from './content/help-lines.js';
export { shippedTimeLimits } from './content/time-limits.js';
export { writeArticles } from './content/write-articles.js';
export { writeUsPlaces } from './content/write-us-places.js';
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
export { migrate, migrateKeys, type Addresses, type MainAddresses, type SealedAddresses } from './migrate.js';
export { migrationsOf } from './owners-source.js';
export { sealAllRows } from './seal-rows.js';
export { NormalizeAddresses1799010000000 } from './migrations/1799010000000-normalize-addresses.js';
export { OwnRole } from './own-role.js';
export { ReleaseMetrics } from './release-metrics.js';
export { releaseFacts } from './release-facts.mjs';
export { refuseChanged, releaseFit, type ReleaseFit } from './release-fit.js';
export { isLater } from './versions.js';
