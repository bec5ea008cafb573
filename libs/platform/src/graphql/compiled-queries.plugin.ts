import { HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { BREAK, GraphQLError, visit, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { requestIdOf } from './fault-ids.plugin.js';
import type { Mask } from './mask-error.js';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** Tests compare the results of `everything` and `nothing`. */
export type CompileMode = 'safe' | 'everything' | 'nothing';

const compileAfter = 2;
const maxRemembered = 500;

/**
 * Runs repeated queries as compiled functions (graphql-jit), with two to three times the throughput.
 * User input never becomes code: a document received over HTTP is compiled only without literal values, so the code
 * contains only names that GraphQL's grammar allows. In-process documents of our own pages may contain literals. This
 * bypasses Apollo's `formatError`, so errors are masked here.
 */
export function compiledQueries(
  mask: Mask,
  which: CompileMode = 'safe',
  compile: typeof compileQuery = compileQuery,
): ApolloServerPlugin<BaseContext> {
  const entries = new Map<string, { times: number; compiled?: CompiledQuery | null }>();
  const isSafe = (document: DocumentNode, byHttp: boolean) =>
    which === 'everything' || !byHttp || !hasLiterals(document);

  const touchEntry = (key: string) => {
    let entry = entries.get(key);
    if (entry) entries.delete(key);
    else entry = { times: 0 };
    // Reinserting keeps the Map in order of use, with the least recently used key first.
    entries.set(key, entry);
    if (entries.size > maxRemembered) entries.delete(entries.keys().next().value ?? '');
    return entry;
  };

  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, document, schema, queryHash, operationName, contextValue }) {
          const entry = touchEntry(`${queryHash}\n${operationName ?? ''}`);
          entry.times += 1;
          if (entry.times <= compileAfter) return null;
          if (entry.compiled === undefined) {
            const safe = isSafe(document, request.http !== undefined);
            const compiled = safe ? compile(schema, document, operationName ?? undefined) : null;
            entry.compiled = compiled && isCompiledQuery(compiled) ? compiled : null;
          }
          if (!entry.compiled) return null;
          const result = await entry.compiled.query(undefined, contextValue, request.variables ?? {});
          // Variables have the wrong type. Nothing has run yet, and Apollo answers with 400.
          if (!('data' in result)) return null;
          const errors = result.errors?.map((error) => mask(formatError(error), error, requestIdOf(contextValue)));
          return {
            http: { status: undefined, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: result.data ?? null, ...(errors?.length && { errors }) } },
          };
        },
      };
    },
  };
}

function hasLiterals(document: DocumentNode): boolean {
  let found = false;
  const value = () => {
    found = true;
    return BREAK;
  };
  visit(document, { StringValue: value, IntValue: value, FloatValue: value });
  return found;
}

function formatError(error: GraphQLError): GraphQLFormattedError {
  // graphql-jit omits extensions if the resolver's error has none.
  const extensions = (error.extensions as GraphQLError['extensions'] | undefined) ?? {};
  const code = extensions['code'] ?? 'INTERNAL_SERVER_ERROR';
  return { message: error.message, locations: error.locations, path: error.path, extensions: { ...extensions, code } };
}
