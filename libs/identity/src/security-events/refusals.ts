import type { FastifyRequest } from 'fastify';
import { actorOf } from '../access/current-actor.js';
import type { RefusedKind } from './security-event.js';
import type { SecurityEvents } from './security-events.js';

/** Refusals not recorded here: routine ones, outages of our own services, and those recorded where they occur. */
const unrecordedCodes: ReadonlySet<string> = new Set([
  'INTERNAL_SERVER_ERROR',
  'DATABASE_UNAVAILABLE',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'INSUFFICIENT_SCOPE',
  'TOO_MANY_TRIES',
  'SIGN_IN_FAILED',
  'WRONG_CODE',
  'WRONG_PASSKEY',
  'NEXT_CODE_NEEDED',
  'SIGN_IN_AGAIN',
  'SECOND_STEP_AGAIN',
  'SOLUTION_NEEDED',
  'FILES_AWAY',
]);

const documentErrors =
  /^(GRAPHQL_|PERSISTED_QUERY_|QUERY_NOT_IN_SAFELIST$|REQUEST_TOO_LARGE$|OPERATION_RESOLUTION_FAILURE$|BAD_REQUEST$)/;

export function kindOfRefusal(code: string): RefusedKind | null {
  if (unrecordedCodes.has(code)) return null;
  if (code === 'NOT_FOUND') return 'thing-refused';
  if (code === 'BAD_INPUT' || code === 'BAD_USER_INPUT') return 'input-refused';
  return documentErrors.test(code) ? 'document-refused' : 'rule-refused';
}

/**
 * For anonymous visitors no network is stored, because some seek help in confidence. Unparseable documents are an
 * exception, since they contain no request for help.
 */
export function recordRefusal(
  events: Pick<SecurityEvents, 'record'>,
  request: FastifyRequest,
  refusal: { code: string; operation: string | null },
): void {
  const kind = kindOfRefusal(refusal.code);
  if (!kind) return;
  const actor = actorOf(request);
  const accountId = actor?.accountId ?? actor?.halfSignedIn?.accountId ?? null;
  const detail = [refusal.operation, refusal.code].filter(Boolean).join(' ');
  events.record({ kind, accountId, detail, address: kind === 'document-refused' ? request.ip : null });
}
