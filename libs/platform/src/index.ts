export { SharedRead, SharedReads } from './batching/shared-read.js';
export { orOneByOne } from './batching/or-one-by-one.js';
export { WriteBatcher } from './batching/write-batcher.js';
export { Clock } from './clock/clock.js';
export { Config, ConfigError, loadConfig } from './config/config.js';
export { organisationSettings } from './config/organisation.settings.js';
export { platformSettings } from './config/platform.settings.js';
export { notInProduction } from './config/production.js';
export { setting, settingOf, type Setting } from './config/setting.js';
export { Puzzles, type Puzzle } from './crypto/puzzles.js';
export { Secrets, sha256 } from './crypto/secrets.js';
export { SignedIds } from './crypto/signed-ids.js';
export { CopyOut, copyCsv } from './csv/copy-out.js';
export { inlined } from './csv/inlined.js';
export { csvCell, looksLikeFormula, withoutGuard } from './csv/csv-cell.js';
export { matches, Values } from './database/conditions.js';
export { answerWithin, boundedWaits } from './database/bounded-waits.js';
export { Database, Tx, violatedConstraint } from './database/database.js';
export { retried } from './database/retried.js';
export { whence, type StatusChanges } from './database/status-changes.js';
export { Acknowledgement } from './graphql/acknowledgement.js';
export { askedOf } from './graphql/asked-of.js';
export { type Compiled } from './graphql/compiled-queries.plugin.js';
export { graphqlOptions } from './graphql/graphql-options.js';
export { documentLimits, limitsRule } from './graphql/limits/document-limits.js';
export {
  ConnectionOf,
  connectionFrom,
  PageInfo,
  withNodes,
  type Connection,
  type Edge,
} from './graphql/pages/connection.js';
export { countCap, decodeCursor, encodeCursor, pageSize } from './graphql/pages/cursor.js';
export { dayIn, isDay, isTimeZone } from './typed/days.js';
export { keysAfter, keysetList, type KeysetQuestion, type SortKey } from './graphql/pages/keyset-list.js';
export { timeCursor } from './graphql/pages/time-cursor.js';
export * from './graphql/scalars/scalars.js';
export { Idempotency, keyReused } from './idempotency/idempotency.js';
export { Logger, NestLog, ServerLog } from './logging/logger.js';
export { guardProcess } from './logging/process-guard.js';
export { PlatformModule } from './platform.module.js';
export { migrateQueue, openQueueBackend, queueSchema } from './queue/backend.js';
export { JobHandler, type Job } from './queue/job-handler.js';
// What libraries add names to (`declare module`) is found only behind a star.
export * from './config/settings.js';
export * from './queue/jobs.js';
export * from './registry/registry.js';
export { JobQueue } from './queue/job-queue.js';
export { JobRunner } from './queue/job-runner.js';
export { retryingPool } from './queue/retrying-pool.js';
export { badInput, notThere, Refusal } from './refusals/refusal.js';
export { toldRefusals } from './refusals/told-refusals.js';
export { normalEmail } from './typed/email-address.js';
export { plainParagraphs, safeHtml } from './typed/markdown.js';
export { nameFault, personName, speakableName } from './typed/person-name.js';
export { slugBase, slugSuffix } from './typed/slug.js';
export { typedKey, typedLine, typedNote, typedText } from './typed/typed.js';
export { parsedUrl } from './typed/parsed-url.js';
export { isUuid } from './typed/uuid.js';
export { columnsOf, instantFrom, nested } from './model/columns-of.js';
export * from './model/fields.js';
export * from './model/text-fields.js';
export { fieldsOf, type Audience, type Faults } from './model/model-fields.js';
export { changesOf, faultsOf, fieldsOfInput, inputFrom, readInput, refuseFaults } from './model/read-input.js';
export { snakeCase, SnakeNaming } from './model/snake-naming.js';
export { ArgsOf, InputOf, SeenBy } from './model/types-of.js';
