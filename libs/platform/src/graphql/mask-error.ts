import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import { isDatabaseUnavailable } from '../database/unavailable.js';
import type { Logger } from '../logging/logger.js';
import { Refusal } from '../refusals/refusal.js';
import { loggedRefusals } from '../refusals/logged-refusals.js';
import { wrongVariable } from './wrong-variable.js';

/** Codes of errors in the request itself. Their messages contain no internal details. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
  'REQUEST_TOO_LARGE',
]);

/** Apollo reports every document error as invalid, including one over a limit. */
function codeOf({ message, extensions }: GraphQLFormattedError, error: unknown): string {
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  if (cause instanceof GraphQLError && cause.extensions['code'] === 'REQUEST_TOO_LARGE') return 'REQUEST_TOO_LARGE';
  const code = String(extensions?.['code'] ?? '');
  // The parser's token limit has no code.
  const tokens = code === 'GRAPHQL_PARSE_FAILED' && /contains more tha[nt] \d+ tokens/.test(message);
  return tokens ? 'REQUEST_TOO_LARGE' : code;
}

const longestMessage = 500;

export const databaseUnavailable = 'DATABASE_UNAVAILABLE';
const databaseAwayMessage = 'Our database cannot be reached at the moment. Please try the same again in a minute.';

/** Removes suggested names and submitted values from a GraphQL message. */
function plainMessage(message: string): string {
  const suggestion = message.endsWith('?') ? message.lastIndexOf(' Did you mean ') : -1;
  const plain = wrongVariable(suggestion < 0 ? message : message.slice(0, suggestion));
  return plain.length > longestMessage ? `${plain.slice(0, longestMessage)}…` : plain;
}

export type Mask = (
  formatted: GraphQLFormattedError,
  error: unknown,
  /** Generated if missing. */
  requestId?: string,
) => GraphQLFormattedError;

/**
 * Refusals and errors in the request keep their message. Other errors show only the request ID, under which the log has
 * the stack. An unavailable database has its own code because a retry may succeed.
 */
export function maskError(logger: Logger): Mask {
  return (formatted, error, requestId) => {
    const cause = unwrapResolverError(error);
    const where = { locations: formatted.locations, path: formatted.path };
    const path = formatted.path?.join('.');
    if (cause instanceof Refusal) {
      if (loggedRefusals.has(cause.code)) logger.info({ requestId, code: cause.code, path }, 'refused');
      return { message: cause.message, ...where, extensions: { code: cause.code, details: cause.details } };
    }
    const code = codeOf(formatted, error);
    const ofRequest = requestCodes.has(code) && !(cause instanceof Error && !(cause instanceof GraphQLError));
    if (ofRequest) return { message: plainMessage(formatted.message), ...where, extensions: { code } };
    const id = requestId ?? randomUUID();
    logger.fault(cause, { requestId: id, path }, 'a request failed');
    if (isDatabaseUnavailable(cause))
      return { message: databaseAwayMessage, ...where, extensions: { code: databaseUnavailable, id } };
    return {
      message: 'Something went wrong on our side. If it happens again, please tell us the number of this error.',
      ...where,
      extensions: { code: 'INTERNAL_SERVER_ERROR', id },
    };
  };
}
