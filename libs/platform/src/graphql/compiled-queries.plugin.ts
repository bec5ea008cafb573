import { HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { BREAK, GraphQLError, visit, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { requestIdOf } from './fault-ids.plugin.js';
import type { Mask } from './mask-error.js';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** Which documents become functions; tests compare the answers of everything and nothing. */
export type Compiled = 'safe' | 'everything' | 'nothing';

const compileAfter = 2;
const remembered = 500;

/**
 * Runs queries that come again as compiled functions (graphql-jit): two to three times the throughput of interpreting
 * them. What a stranger typed is never turned into code: of a document that came by HTTP a function is made only where it
 * carries no value of its own, so that all there is of it in the code are names, letters and digits by GraphQL's grammar;
 * values come as variables, to the finished function. Our own pages ask within the process, with what they please.
 * Apollo's own execution, with the `formatError` that goes with it, is skipped, so errors are masked here.
 */
export function compiledQueries(
  mask: Mask,
  which: Compiled = 'safe',
  compile: typeof compileQuery = compileQuery,
): ApolloServerPlugin<BaseContext> {
  const seen = new Map<string, { times: number; compiled?: CompiledQuery | null }>();
  const isSafe = (document: DocumentNode, byHttp: boolean) =>
    which === 'everything' || !byHttp || !carriesValues(document);

  const remember = (key: string) => {
    let entry = seen.get(key);
    if (entry) seen.delete(key);
    else entry = { times: 0 };
    // Re-inserted at the end: the Map is in order of use, and its first key is the one longest unused.
    seen.set(key, entry);
    if (seen.size > remembered) seen.delete(seen.keys().next().value ?? '');
    return entry;
  };

  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, document, schema, queryHash, operationName, contextValue }) {
          const entry = remember(`${queryHash}\n${operationName ?? ''}`);
          entry.times += 1;
          if (entry.times <= compileAfter) return null;
          if (entry.compiled === undefined) {
            const safe = isSafe(document, request.http !== undefined);
            const compiled = safe ? compile(schema, document, operationName ?? undefined) : null;
            entry.compiled = compiled && isCompiledQuery(compiled) ? compiled : null;
          }
          if (!entry.compiled) return null;
          const result = await entry.compiled.query(undefined, contextValue, request.variables ?? {});
          // Variables of the wrong shape: nothing has run yet, and Apollo knows how to answer 400.
          if (!('data' in result)) return null;
          const errors = result.errors?.map((error) => mask(formatted(error), error, requestIdOf(contextValue)));
          return {
            http: { status: undefined, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: result.data ?? null, ...(errors?.length && { errors }) } },
          };
        },
      };
    },
  };
}

/** Whether a text or a number stands in the document itself. */
function carriesValues(document: DocumentNode): boolean {
  let found = false;
  const value = () => {
    found = true;
    return BREAK;
  };
  visit(document, { StringValue: value, IntValue: value, FloatValue: value });
  return found;
}

function formatted(error: GraphQLError): GraphQLFormattedError {
  // graphql-jit's errors have no extensions where the resolver's error has none.
  const extensions = (error.extensions as GraphQLError['extensions'] | undefined) ?? {};
  const code = extensions['code'] ?? 'INTERNAL_SERVER_ERROR';
  return { message: error.message, locations: error.locations, path: error.path, extensions: { ...extensions, code } };
}
