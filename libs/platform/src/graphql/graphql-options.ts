import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { Config } from '../config/config.js';
import type { Logger } from '../logging/logger.js';
import { BuiltOnceDriver } from './built-once.driver.js';
import { compiledQueries, type CompileMode } from './compiled-queries.plugin.js';
import { documentLimits, limitsRule } from './limits/document-limits.js';
import { faultIds } from './fault-ids.plugin.js';
import { maskError } from './mask-error.js';
import type { GraphQLSchema } from 'graphql';
import { plainFields } from './plain-fields.js';
import { PhoneNumber, phoneNumberScalar } from './scalars/scalars.js';
import { createSafelistPlugin } from './safelist.plugin.js';
import { statusCodes } from './status-code.plugin.js';
import { reportRefusals, type RefusalListener } from './report-refusals.plugin.js';
import { reportMutations } from './mutations.plugin.js';
import { timedOperations, type ObserveOperation } from './timed-operations.plugin.js';

/**
 * `hear` receives every refusal, `finish` the final schema, and `observe` durations. `wrote` runs after a mutation and
 * before its response. `safelist` contains the hashes of our own pages' documents.
 */
export function graphqlOptions(
  config: Config,
  logger: Logger,
  {
    compile = 'safe',
    hear,
    finish = keepSchema,
    wrote,
    observe,
    isConfidential,
    plugins = [],
    safelist = [],
    hasAccessToken = () => false,
  }: {
    compile?: CompileMode | undefined;
    hear?: RefusalListener;
    finish?: (schema: GraphQLSchema) => GraphQLSchema;
    wrote?: () => void;
    observe?: ObserveOperation;
    /** True for operations excluded from metrics and traces. */
    isConfidential?: (operation: string) => boolean;
    plugins?: ReadonlyArray<ApolloServerPlugin<BaseContext>>;
    safelist?: readonly string[] | undefined;
    /** True for requests with an access token, which may send any document within the limits. */
    hasAccessToken?: (context: BaseContext) => boolean;
  } = {},
): ApolloDriverConfig {
  const mask = maskError(logger);
  const ids = faultIds();
  return {
    driver: BuiltOnceDriver,
    buildSchemaOptions: {
      scalarsMap: [{ type: PhoneNumber, scalar: phoneNumberScalar(config.COUNTRY) }],
      // The check would introspect the whole schema at every start. `npm run check` does it instead.
      skipCheck: true,
    },
    transformSchema: (schema) => finish(plainFields(schema)),
    path: '/graphql',
    graphiql: false,
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxTokens: documentLimits.tokens },
    validationRules: [limitsRule],
    // Repeating a mistake a thousand times takes one kilobyte to send and a hundred to answer.
    validationOptions: { maxErrors: documentLimits.errors },
    formatError: (formatted, error) => mask(formatted, error, ids.of(error)),
    // Batches would multiply every limit.
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    // Our errors carry codes and no HTTP status, so the plugin that resets the status isn't needed.
    preserveHttpStatusForExecutionErrors: false,
    context: (req: unknown, reply: unknown) => ({ req, reply }),
    // The cache-control plugin walks every field of a response for headers that we don't send.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      // First, so that the other plugins see what it refuses.
      ...(config.freeDocuments ? [] : [createSafelistPlugin(safelist, config.GRAPHQL_TOKENS, hasAccessToken)]),
      statusCodes(),
      ids.plugin,
      ...(hear ? [reportRefusals(hear)] : []),
      ...(wrote ? [reportMutations(wrote)] : []),
      ...plugins,
      ...(observe ? [timedOperations(observe, isConfidential)] : []),
      ...(compile === 'nothing' ? [] : [compiledQueries(mask, compile)]),
    ],
  };
}

const keepSchema = (schema: GraphQLSchema): GraphQLSchema => schema;
