import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

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
          const errors = body.singleResult.errors ?? [];
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

function isOverLimit({ message, extensions }: GraphQLFormattedError): boolean {
  // The parser's own limit has no code of its own.
  return extensions?.['code'] === 'REQUEST_TOO_LARGE' || /contains more tha[nt] \d+ tokens/.test(message);
}

function wantsOldJson(accept: string | undefined): boolean {
  return accept !== undefined && /application\/json/.test(accept) && !/graphql-response|\*\/\*/.test(accept);
}
