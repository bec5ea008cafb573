import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { Config } from '../config/config.js';
import type { Logger } from '../logging/logger.js';
import { BuiltOnceDriver } from './built-once.driver.js';
import { compiledQueries, type Compiled } from './compiled-queries.plugin.js';
import { documentLimits, limitsRule } from './limits/document-limits.js';
import { faultIds } from './fault-ids.plugin.js';
import { maskError } from './mask-error.js';
import type { GraphQLSchema } from 'graphql';
import { plainFields } from './plain-fields.js';
import { PhoneNumber, phoneNumberScalar } from './scalars/scalars.js';
import { safelisted } from './safelist.plugin.js';
import { statusCodes } from './status-code.plugin.js';
import { reportRefusals, type HearRefusal } from './report-refusals.plugin.js';
import { reportMutations } from './mutations.plugin.js';
import { timedOperations, type ObserveOperation } from './timed-operations.plugin.js';

/**
 * Apollo as we run it: limits from the first day, nothing told that need not be, and compiled queries. `hear` is told of every
 * refusal, `finish` gets the schema last, `wrote` is called when a mutation has run, before anybody hears of it, `observe` hears how long operations took, and
 * `safelist` has the documents of our own pages, by their hashes.
 */
export function graphqlOptions(
  config: Config,
  logger: Logger,
  {
    compile = 'safe',
    hear,
    finish = same,
    wrote,
    observe,
    isConfidential,
    plugins = [],
    safelist = [],
  }: {
    compile?: Compiled | undefined;
    hear?: HearRefusal;
    finish?: (schema: GraphQLSchema) => GraphQLSchema;
    wrote?: () => void;
    observe?: ObserveOperation;
    /** True for operations that are in no figure and no trace. */
    isConfidential?: (operation: string) => boolean;
    plugins?: ReadonlyArray<ApolloServerPlugin<BaseContext>>;
    safelist?: readonly string[] | undefined;
  } = {},
): ApolloDriverConfig {
  const mask = maskError(logger);
  const ids = faultIds();
  return {
    driver: BuiltOnceDriver,
    buildSchemaOptions: {
      scalarsMap: [{ type: PhoneNumber, scalar: phoneNumberScalar(config.COUNTRY) }],
      // It would ask the schema for all of itself at every start; `npm run check` does when it prints it.
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
      // First: the others hear of what it refuses.
      ...(config.freeDocuments ? [] : [safelisted(safelist, config.GRAPHQL_TOKENS)]),
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

const same = (schema: GraphQLSchema): GraphQLSchema => schema;
