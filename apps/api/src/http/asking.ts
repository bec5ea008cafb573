import { asking } from '@upstander/platform';
import type { FastifyInstance } from 'fastify';

/** The language as we set it, and nothing else beside it. */
const language = /^(?:__Host-)?lang=[a-z]{2}$/;

/** Whether whoever sends these cookies may be anybody: they say nothing but a language. */
export function mayBeAnybody(cookie: string | undefined): boolean {
  return cookie === undefined || language.test(cookie);
}

/** Lets what is done for somebody who is somebody know for which request it is, however far down. */
export function keepAsking(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (mayBeAnybody(request.headers.cookie)) return done();
    asking.run({ requestId: request.id }, done);
  });
}
