import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { retryAfterSeconds } from '../database/unavailable.js';
import { documentLimits } from './limits/document-limits.js';
import { databaseUnavailable } from './mask-error.js';

const bodyErrorCodes = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * Sets the status of a response without data (GraphQL over HTTP, section 6.4).
 * It is 400, or 200 for a client that accepts only the older `application/json`. A request over a limit is always
 * 400. If the database is unavailable and nothing was answered, it is 503 with `Retry-After`.
 */
export function statusCodes(): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response }) {
          const { body } = response;
          if (body.kind !== 'single') return;
          if (isUnavailable(body.singleResult)) {
            response.http.status = 503;
            response.http.headers.set('retry-after', String(retryAfterSeconds));
          }
          if ('data' in body.singleResult) return;
          // Validation limits its errors, but variables report one for each invalid part.
          const errors = (body.singleResult.errors ?? []).slice(0, documentLimits.errors + 1);
          body.singleResult.errors = errors;
          if (errors.some(isOverLimit)) response.http.status = 400;
          else if (acceptsLegacyJson(request.http?.headers.get('accept')) && errors.every(isAnswer))
            response.http.status = 200;
        },
      };
    },
  };
}

/** True if nothing was answered because the database is unavailable. Partial results keep status 200. */
function isUnavailable({ data, errors }: FormattedExecutionResult): boolean {
  const isNothing = data === null || data === undefined || Object.values(data).every((value) => value === null);
  return isNothing && (errors ?? []).some(({ extensions }) => extensions?.['code'] === databaseUnavailable);
}

function isAnswer({ extensions }: GraphQLFormattedError): boolean {
  return bodyErrorCodes.has(String(extensions?.['code']));
}

function isOverLimit({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'REQUEST_TOO_LARGE';
}

function acceptsLegacyJson(accept: string | undefined): boolean {
  return accept !== undefined && /application\/json/.test(accept) && !/graphql-response|\*\/\*/.test(accept);
}
