import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { retryAfterSeconds } from '../database/unavailable.js';
import { documentLimits } from './limits/document-limits.js';
import { databaseUnavailable } from './mask-error.js';

const answeredInTheBody = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * The status of an answer without data, as the GraphQL-over-HTTP specification has it (section 6.4): 400, but 200 for a
 * client that accepts only the older `application/json`. A request over a limit is a 400 for everybody. So is 503 where nothing could be
 * answered because the database is away: balancers and alarms see a status, and programs when to ask again.
 */
export function statusCodes(): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response }) {
          const { body } = response;
          if (body.kind !== 'single') return;
          if (isAway(body.singleResult)) {
            response.http.status = 503;
            response.http.headers.set('retry-after', String(retryAfterSeconds));
          }
          if ('data' in body.singleResult) return;
          // Validation stops by itself; a variable of many wrong parts is told part by part.
          const errors = (body.singleResult.errors ?? []).slice(0, documentLimits.errors + 1);
          body.singleResult.errors = errors;
          if (errors.some(isOverLimit)) response.http.status = 400;
          else if (wantsOldJson(request.http?.headers.get('accept')) && errors.every(isAnswer))
            response.http.status = 200;
        },
      };
    },
  };
}

/** What was answered in part, or done in part, keeps its 200: asking again would be for the rest alone. */
function isAway({ data, errors }: FormattedExecutionResult): boolean {
  const isNothing = data === null || data === undefined || Object.values(data).every((value) => value === null);
  return isNothing && (errors ?? []).some(({ extensions }) => extensions?.['code'] === databaseUnavailable);
}

function isAnswer({ extensions }: GraphQLFormattedError): boolean {
  return answeredInTheBody.has(String(extensions?.['code']));
}

function isOverLimit({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'REQUEST_TOO_LARGE';
}

function wantsOldJson(accept: string | undefined): boolean {
  return accept !== undefined && /application\/json/.test(accept) && !/graphql-response|\*\/\*/.test(accept);
}
