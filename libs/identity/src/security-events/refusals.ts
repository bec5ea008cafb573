import type { FastifyRequest } from 'fastify';
import { actorOf } from '../access/current-actor.js';
import type { RefusedKind } from '../accounts/security-event.js';
import type { SecurityEvents } from './security-events.js';

/** Refusals that are everyday (a session has ended, a code is asked for again), nobody's doing (a service of ours is away), or are written down where they are made. */
const notNoted: ReadonlySet<string> = new Set([
  'INTERNAL_SERVER_ERROR',
  'DATABASE_UNAVAILABLE',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'TOO_MANY_TRIES',
  'SIGN_IN_FAILED',
  'WRONG_CODE',
  'SIGN_IN_AGAIN',
  'SECOND_STEP_AGAIN',
  'SOLUTION_NEEDED',
  'FILES_AWAY',
]);

const ofDocuments =
  /^(GRAPHQL_|PERSISTED_QUERY_|QUERY_NOT_IN_SAFELIST$|REQUEST_TOO_LARGE$|OPERATION_RESOLUTION_FAILURE$|BAD_REQUEST$)/;

/** As what a refusal with this code is written down, or null. */
export function kindOfRefusal(code: string): RefusedKind | null {
  if (notNoted.has(code)) return null;
  if (code === 'NOT_FOUND') return 'thing-refused';
  if (code === 'BAD_INPUT' || code === 'BAD_USER_INPUT') return 'input-refused';
  return ofDocuments.test(code) ? 'document-refused' : 'rule-refused';
}

/**
 * Writes a refused request down: whose it was, and of which operation. Of strangers no network is kept, because some of
 * them ask for help in confidence; where a request was not even readable, nothing can have been asked in confidence.
 */
export function noteRefusal(
  events: Pick<SecurityEvents, 'record'>,
  request: FastifyRequest,
  refused: { code: string; operation: string | null },
): void {
  const kind = kindOfRefusal(refused.code);
  if (!kind) return;
  const actor = actorOf(request);
  const accountId = actor?.accountId ?? actor?.halfSignedIn?.accountId ?? null;
  const detail = [refused.operation, refused.code].filter(Boolean).join(' ');
  events.record({ kind, accountId, detail, address: kind === 'document-refused' ? request.ip : null });
}
