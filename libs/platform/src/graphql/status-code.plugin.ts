import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { documentLimits } from './limits/document-limits.js';

const answeredInTheBody = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * The status of an answer without data, as the GraphQL-over-HTTP specification has it (section 6.4): 400, but 200 for a
 * client that accepts only the older `application/json`. A request over a limit is a 400 for everybody.
 */
export function statusCodes(): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response }) {
          const { body } = response;
          if (body.kind !== 'single' || 'data' in body.singleResult) return;
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

function isAnswer({ extensions }: GraphQLFormattedError): boolean {
  return answeredInTheBody.has(String(extensions?.['code']));
}

function isOverLimit({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'REQUEST_TOO_LARGE';
}

function wantsOldJson(accept: string | undefined): boolean {
  return accept !== undefined && /application\/json/.test(accept) && !/graphql-response|\*\/\*/.test(accept);
}
