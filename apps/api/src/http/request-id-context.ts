import { actorOf } from '@upstander/identity';
import { requestContext } from '@upstander/platform';
import type { FastifyInstance } from 'fastify';

const language = /^(?:__Host-)?lang=[a-z]{2}$/;

/** True if the cookies contain at most a language, which doesn't identify anyone. */
export function isAnonymousCookie(cookie: string | undefined): boolean {
  return cookie === undefined || language.test(cookie);
}

/** Makes the request ID available below all services for requests that may identify someone. */
export function provideRequestId(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (isAnonymousCookie(request.headers.cookie) && !actorOf(request)?.accessTokenId) return done();
    requestContext.run({ requestId: request.id }, done);
  });
}
