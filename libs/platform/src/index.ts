import './platform.personal-data.js';
export { askRedis, enterRedis } from './starting/start-fault.js';
export { runPrograms, type Program } from './starting/run-programs.js';
export { listening } from './starting/listening.js';
export { followTlsFiles, refusePlaintextPort, tlsFiles } from './starting/server-tls.js';
export { causeOf, adviceFor, withoutPasswords } from './starting/error-advice.js';
export { requestContext, type RequestContext } from './request-context/request-context.js';
export { SharedReads } from './batching/shared-read.js';
export { CachedRead } from './batching/cached-read.js';
export { isRolledBack, runBatchWithFallback } from './batching/run-batch-with-fallback.js';
export { mapInSteps } from './batching/map-in-steps.js';
export { WriteBatcher } from './batching/write-batcher.js';
export { Clock } from './clock/clock.js';
export {
  actionColors,
  actionFault,
  contrastOf,
  giveColors,
  giveFault,
  grounds,
  inkColor,
  isHexColor,
  type ColorFault,
} from './colors/brand-colors.js';
export { Applications, type Application } from './config/applications.js';
export { Config, ConfigError, readSecret, plainConnections, loadConfig, requireSecret } from './config/config.js';
export type { LogoFile } from './config/decided-settings.js';
export { adoptEnvironment, environmentWith, type Environment } from './config/environment.js';
export { apiSettings } from './config/api.settings.js';
export { findUnknownSettings, warnAboutUnknownSettings } from './config/unknown-settings.js';
export { organizationSettings } from './config/organization.settings.js';
export { platformSettings } from './config/platform.settings.js';
export { productionProblem as notInProduction, plainHttp } from './config/production.js';
export { unencryptedPort } from './config/require-tls.js';
export { tlsSettings } from './config/tls.settings.js';
export { setting, settingTypes, type Setting, type SettingsScreen, type SettingValues } from './config/setting.js';
export { deriveStableKey } from './crypto/app-secrets.js';
export { Puzzles, type Puzzle } from './crypto/puzzles.js';
export { RowSeals, type SealedValue } from './crypto/row-seals.js';
export { Secrets, sha256 } from './crypto/secrets.js';
export { SignedIds } from './crypto/signed-ids.js';
export { matches, Values } from './database/conditions.js';
export { answerWithin, BoundedClient, boundedWaits } from './database/bounded-waits.js';
export { databaseAddress, firstOf, acceptsWrites } from './config/database-address.js';
export { Database, Tx, violatedConstraint, type CommitHook as BeforeCommit } from './database/database.js';
export { PublicReads, type PublicSource } from './database/public-reads.js';
export { ReplicaLag } from './database/replica-lag.js';
export { isLockedForTooLong, retryTransaction } from './database/retry-transaction.js';
export {
  enumOf,
  canChange as mayChange,
  statusesBefore,
  statusOf,
  statusRules,
  type EnumOf,
  type StatusRules,
} from './model/enums.js';
export { isDatabaseUnavailable, retryAfterSeconds } from './database/unavailable.js';
export { Acknowledgement } from './graphql/acknowledgement.js';
export { selectedFields } from './graphql/selected-fields.js';
export { BuiltOnceDriver } from './graphql/built-once.driver.js';
export { type CompileMode as Compiled } from './graphql/compiled-queries.plugin.js';
export { graphqlOptions } from './graphql/graphql-options.js';
export { documentLimits, limitsRule } from './graphql/limits/document-limits.js';
export { ConnectionOf, PageInfo, withNodes, type Connection, type Edge } from './graphql/pages/connection.js';
export { encodeCursor } from './graphql/pages/cursor.js';
export { dayIn, isDay, isTimeZone, monthsAfter } from './typed/days.js';
export { countCap } from './graphql/pages/cursor.js';
export { PageArgs } from './graphql/pages/page-args.js';
export { keysAfter, keysetList, type KeysetQuestion, type SortKey } from './graphql/pages/keyset-list.js';
export {
  cappedSql as capped,
  matchThenScan as matchesThenScan,
  type KeysetParts,
  type KeysetSource,
} from './graphql/pages/keyset-source.js';
export * from './graphql/scalars/scalars.js';
export { Idempotency, keyReused } from './idempotency/idempotency.js';
export { Logger, NestLog, ServerLog } from './logging/logger.js';
export { Outage } from './logging/outage.js';
export {
  healthChecks,
  healthState,
  type HealthArea,
  type HealthCheck,
  type HealthState,
} from './metrics/health-check.js';
export { MetricSource, type Measurement, type Measures } from './metrics/metric-source.js';
export { Metrics } from './metrics/metrics.service.js';
export { poolOf } from './monitoring/program.metrics.js';
export { archiveLag, CertificateMetrics } from './monitoring/upkeep.metrics.js';
export { servedUntil } from './monitoring/served-certificate.js';
export { openInternalServer, type InternalRoutes } from './monitoring/internal-server.js';
export { startTelemetry } from './telemetry/open-telemetry.js';
export { telemetry, traceWork as traced, type Span, type Telemetry } from './telemetry/telemetry.js';
export { telemetrySettings } from './config/telemetry.settings.js';
export { PlatformModule } from './platform.module.js';
export { redisClient } from './queue/redis-client.js';
export { migrateQueue, openQueueBackend, queueSchema } from './queue/backend.js';
export { succeedsWithin } from './queue/succeeds-within.js';
export { JobHandler, type Job } from './queue/job-handler.js';
// `declare module` finds interfaces that libraries extend only if they are exported with `export *`.
export * from './config/settings.js';
export * from './metrics/metric.js';
export * from './metrics/platform.metrics.js';
export * from './queue/jobs.js';
export * from './personal-data/personal-data.js';
export * from './registry/registry.js';
export * from './personal-data/retention-terms.js';
export { longestSearch, Search } from './search/search.service.js';
export { SearchConnection, SearchResult } from './search/search-result.js';
export { searchables, SearchKind } from './search/searchables.js';
export { searchSynonyms, withSynonyms } from './search/synonyms.js';
export { JobQueue } from './queue/job-queue.js';
export { JobRuns, type JobRun } from './queue/job-runs.js';
export { JobRunner } from './queue/job-runner.js';
export { retryingPool } from './queue/retrying-pool.js';
export { badInput, notFound, Refusal } from './refusals/refusal.js';
export { loggedRefusals } from './refusals/logged-refusals.js';
export { normalizeEmail as normalEmail } from './typed/email-address.js';
export { articleHtml, plainParagraphs, safeHtml } from './typed/markdown.js';
export { maskedEmail } from './typed/masked-email.js';
export { nameFault, personName, speakableName } from './typed/person-name.js';
export { qrSvg } from './typed/qr-svg.js';
export { slugBase, slugSuffix } from './typed/slug.js';
export { typedKey, typedLine, typedNote, typedText } from './typed/typed.js';
export { parsedUrl } from './typed/parsed-url.js';
export { isUuid } from './typed/uuid.js';
export { selectList, toApiTimestamp, nestColumns } from './model/columns-of.js';
export { insertRow, insertRowOnce } from './model/insert-row.js';
export * from './model/fields.js';
export { BelongsToPerson, personColumnOf } from './model/belongs-to-person.js';
export * from './model/text-fields.js';
export { tableOf } from './model/table-of.js';
export { NoPersonalData, PersonalData } from './model/personal-data-of.js';
export { fieldsOf, type Audience, type Faults } from './model/model-fields.js';
export {
  changedValues,
  faultsOf,
  fieldsOfInput,
  inputFrom,
  readInput,
  readValidInput,
  refuseFaults,
} from './model/read-input.js';
export { snakeCase, SnakeNaming } from './model/snake-naming.js';
export { ArgsOf, FieldsSeenBy, InputOf, inputFieldsOf, SeenBy } from './model/types-of.js';
export { importPostcodes, readGazetteer, type GazetteerPlace } from './places/gazetteer.js';
export { Areas, type Area } from './places/areas.js';
export {
  areasAround,
  isPostcode,
  Postcodes,
  postcodeOf,
  type NearPostcode,
  type PostcodePlace,
} from './places/postcodes.js';
