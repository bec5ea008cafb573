import type { Config, Logger } from '@upstander/platform';
import type { FastifyInstance } from 'fastify';

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

/** All visitors would have the proxy's address and share one rate limit. Warns only once. */
export function warnOfUntrustedProxy(
  fastify: FastifyInstance,
  config: Pick<Config, 'TRUST_PROXY'>,
  logger: Logger,
): void {
  if (config.TRUST_PROXY > 0) return;
  let warned = false;
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!warned && request.headers['x-forwarded-for'] !== undefined && loopback.test(request.ip)) {
      warned = true;
      logger.warn(
        { setting: 'TRUST_PROXY' },
        'Requests come through a proxy on this machine, but TRUST_PROXY is not set: all visitors count as one. Set TRUST_PROXY=true if every request comes through that proxy.',
      );
    }
    done();
  });
}
