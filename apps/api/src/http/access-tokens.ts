import { resolveActor, type Actor } from '@upstander/identity';
import { Refusal } from '@upstander/platform';
import { problemOf, restRoot, sendProblem, setProblemHeaders } from '../rest/problems.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface TokenUse {
  /** Returns null for a token that gives no access. @throws Refusal TOO_MANY_TRIES */
  actorOf(secret: string, address: string): Promise<Actor | null>;
  note(outcome: 'accepted' | 'refused' | 'limited', request: FastifyRequest): void;
}

/**
 * Signs programs in by `Authorization: Bearer ups_…` (RFC 6750), on /graphql and /api/v1. Their cookies are ignored, and a token
 * in a URL has no effect.
 */
export function acceptAccessTokens(fastify: FastifyInstance, use: TokenUse): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const secret = secretIn(request);
    if (secret === null) return done();
    delete request.headers.cookie;
    signIn(request, reply, { secret, use }).then(
      (isAdmitted) => isAdmitted && done(),
      (error: Error) => done(error),
    );
  });
}

/** Other schemes and other tokens are left to proxies, which may add them for their own purposes. */
function secretIn({ headers, routeOptions }: FastifyRequest): string | null {
  if (routeOptions.url !== '/graphql' && !isRest(routeOptions.url)) return null;
  return /^Bearer +(ups_\S*) *$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { secret, use }: { secret: string; use: TokenUse },
): Promise<boolean> {
  try {
    const actor = await use.actorOf(secret, request.ip);
    use.note(actor ? 'accepted' : 'refused', request);
    if (actor) {
      await resolveActor(request, () => actor);
      return true;
    }
    refuse(reply, new Refusal('INVALID_TOKEN', 'This access token is invalid, expired or revoked.'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    use.note('limited', request);
    refuse(reply, error);
  }
  return false;
}

function refuse(reply: FastifyReply, { code, message, details }: Refusal): void {
  const problem = problemOf({ message, extensions: { code, details } });
  if (isRest(reply.request.routeOptions.url)) return sendProblem(reply, problem);
  setProblemHeaders(reply, problem);
  void reply.status(problem.status).send({ errors: [{ message, extensions: { code } }] });
}

function isRest(route: string | undefined): boolean {
  return route?.startsWith(`${restRoot}/`) === true;
}
