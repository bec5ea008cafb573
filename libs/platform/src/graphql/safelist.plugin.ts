import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { createHash, timingSafeEqual } from 'node:crypto';

/** Header for one of GRAPHQL_TOKENS, which allows any document within the limits. Access tokens replace it. */
export const documentToken = 'x-graphql-token';

const refusal = {
  message: 'This API answers the documents of its own pages only. Another document needs a token.',
  extensions: { code: 'QUERY_NOT_IN_SAFELIST' },
};

/**
 * Accepts only listed documents over HTTP, by the SHA-256 of their text, or any document with a token.
 * Refused documents aren't parsed. In-process requests of our own pages are always accepted.
 */
export function createSafelistPlugin(
  hashList: readonly string[],
  tokens: readonly string[],
  hasAccessToken: (context: BaseContext) => boolean,
): ApolloServerPlugin<BaseContext> {
  const hashes = new Set(hashList);
  const digests = tokens.map(digest);
  const hasToken = (given: string | undefined) =>
    given !== undefined && digests.some((one) => timingSafeEqual(one, digest(given)));

  return {
    async requestDidStart({ request, contextValue }) {
      const { http, query, extensions } = request;
      if (!http || hasAccessToken(contextValue) || hasToken(http.headers.get(documentToken))) return;
      // A hash alone refers to a text sent before (Apollo's persisted queries). Beside a text it proves nothing.
      const hash: unknown =
        query === undefined ? extensions?.['persistedQuery']?.sha256Hash : digest(query).toString('hex');
      if (hashes.has(String(hash))) return;
      delete request.query;
      delete request.extensions;
      return {
        async willSendResponse({ response }) {
          response.body = { kind: 'single', singleResult: { errors: [refusal] } };
          response.http.status = 403;
        },
      };
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
