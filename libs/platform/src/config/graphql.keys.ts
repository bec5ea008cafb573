import { z } from 'zod';
import { choice, flag, key } from './config-key.js';

/** What may be asked of the API by GraphQL, and by whom. */
export const graphqlKeys = {
  GRAPHQL_INTROSPECTION: key(
    choice.optional(),
    'Whether GraphQL clients may ask for the schema: where nothing is said they may, but in production they may not.',
    'true',
  ),
  GRAPHQL_FREE_DOCUMENTS: key(
    choice.optional(),
    'Whether anybody may send a GraphQL document of their own: where nothing is said they may, but in production only the documents of the site and the admin are answered.',
    'true',
  ),
  GRAPHQL_TOKENS: key(
    z
      .string()
      .regex(
        /^[\w+/=.~-]{32,}(,[\w+/=.~-]{32,})*$/,
        'must be tokens of at least 32 characters with commas between them',
      )
      .transform((text) => text.split(','))
      .default([]),
    'Whoever sends one of these as X-GraphQL-Token may send documents of their own in production too (programs of yours, see the operator guide).',
    'the output of: openssl rand -base64 32',
    true,
  ),
  GRAPHQL_EXPLORER: key(
    flag('false'),
    'Whether /dev/graphql shows a page to try GraphQL on (development only).',
    'false',
  ),
} as const;
