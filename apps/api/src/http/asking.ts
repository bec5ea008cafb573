import { asking } from '@upstander/platform';
import type { FastifyInstance } from 'fastify';

/** Lets what is done for somebody with a session know for which request it is, however far down. */
export function keepAsking(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (request.headers.cookie === undefined) return done();
    asking.run({ requestId: request.id }, done);
  });
}
