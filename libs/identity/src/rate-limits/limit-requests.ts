import type { Config } from '@upstander/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pointsOf, requestLimit } from './limits.js';
import { networksOf } from '../security-events/network.js';

/** Above this number, the oldest networks are dropped. */
const maxNetworks = 50_000;
const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

interface RequestCount {
  /** Milliseconds on a monotonic clock. */
  readonly since: number;
  count: number;
}

/**
 * Counts in memory in a plain callback, so it costs no query and no event-loop turn. Routes in `signed` receive signed
 * webhooks in bursts from few networks, and rejected ones are retried for days. Only rejected requests count there,
 * separately.
 */
export function limitRequests(
  fastify: FastifyInstance,
  config: Config,
  signedPaths: ReadonlySet<string>,
  note: (request: FastifyRequest) => void = () => undefined,
): void {
  const { seconds } = requestLimit;
  const points = pointsOf(requestLimit, config);
  const countsByKey = new Map<string, RequestCount>();
  const entryOf = (key: string): RequestCount => {
    const now = performance.now();
    let entry = countsByKey.get(key);
    if (!entry || now - entry.since >= seconds * 1000) {
      countsByKey.delete(key);
      if (countsByKey.size >= maxNetworks) countsByKey.delete(countsByKey.keys().next().value ?? '');
      entry = { since: now, count: 0 };
      countsByKey.set(key, entry);
    }
    return entry;
  };
  // In production, a local proxy missing from TRUST_PROXY would otherwise exempt every visitor.
  const isExempt = (ip: string) => config.NODE_ENV !== 'production' && loopback.test(ip);
  const isSigned = ({ routeOptions }: FastifyRequest) => signedPaths.has(routeOptions.url ?? '');
  const signedKey = ({ ip }: FastifyRequest) => `signed ${networksOf(ip)[0]}`;

  fastify.addHook('onRequest', (request, reply, done) => {
    if (isExempt(request.ip)) return done();
    const entry = entryOf(isSigned(request) ? signedKey(request) : networksOf(request.ip)[0]);
    if (!isSigned(request)) entry.count += 1;
    if (entry.count <= points) return done();
    note(request);
    const waitSeconds = Math.ceil(seconds - (performance.now() - entry.since) / 1000);
    const message = 'That was too much at once. Please wait a minute and try again.';
    void reply
      .status(429)
      .header('retry-after', String(Math.max(1, waitSeconds)))
      .send({ code: 'TOO_MANY_TRIES', message });
  });
  fastify.addHook('onResponse', (request, { statusCode }, done) => {
    const isForged = statusCode >= 400 && statusCode < 500;
    if (isForged && isSigned(request) && !isExempt(request.ip)) entryOf(signedKey(request)).count += 1;
    done();
  });
}
