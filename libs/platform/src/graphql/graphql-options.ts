import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { Config } from '../config/config.js';
import type { Logger } from '../logging/logger.js';
import { compiledQueries } from './compiled-queries.plugin.js';
import { documentLimits, limitsRule } from './limits/document-limits.js';
import { faultIds } from './fault-ids.plugin.js';
import { maskError } from './mask-error.js';
import { plainFields } from './plain-fields.js';
import { statusCodes } from './status-code.plugin.js';
import { toldRefusalsOf, type HearRefusal } from './told-refusals.plugin.js';

/**
 * Apollo as we run it: limits from the first day, nothing told that need not be, and compiled queries. `compile` is the
 * word by which our own documents are known; without one nothing is compiled.
 */
export function graphqlOptions(
  config: Config,
  logger: Logger,
  { compile = null, hear }: { compile?: string | null; hear?: HearRefusal } = {},
): ApolloDriverConfig {
  const mask = maskError(logger);
  const ids = faultIds();
  return {
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: plainFields,
    path: '/graphql',
    graphiql: false,
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxTokens: documentLimits.tokens },
    validationRules: [limitsRule],
    // The same mistake a thousand times is one kilobyte to write and a hundred to answer.
    validationOptions: { maxErrors: documentLimits.errors },
    formatError: (formatted, error) => mask(formatted, error, ids.of(error)),
    // One HTTP request is one operation: a batch would multiply every limit.
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    // Our errors carry codes and no HTTP status: the plugin that would reset one has nothing to do.
    preserveHttpStatusForExecutionErrors: false,
    context: (req: unknown, reply: unknown) => ({ req, reply }),
    // The cache-control plugin walks every field of every answer for headers we do not send.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      statusCodes(),
      ids.plugin,
      ...(hear ? [toldRefusalsOf(hear)] : []),
      ...(compile === null ? [] : [compiledQueries(mask, compile)]),
    ],
  };
}
