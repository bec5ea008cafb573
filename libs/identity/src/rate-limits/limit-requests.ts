import type { Config } from '@upstander/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pointsOf, requestLimit } from './limits.js';
import { networksOf } from './network.js';

/** More networks than this within a minute are a flood of many: then the oldest are forgotten first. */
const mostNetworks = 50_000;
const ofTheMachine = /^(?:127\.|::1$|::ffff:127\.)/;

interface Counted {
  /** Milliseconds of a clock that only goes forward. */
  readonly since: number;
  count: number;
}

/**
 * Stops whoever asks without end, before anything is looked at. Counted in the memory of this process by a plain callback:
 * a page costs neither a statement nor a turn more. At the `signed` routes another program signs what it sends: it comes
 * in bursts from few networks, and what is refused comes again for days. Of that only what is refused counts, on its own.
 */
export function limitRequests(
  fastify: FastifyInstance,
  config: Config,
  signed: ReadonlySet<string>,
  note: (request: FastifyRequest) => void = () => undefined,
): void {
  const { seconds } = requestLimit;
  const points = pointsOf(requestLimit, config);
  const counted = new Map<string, Counted>();
  const entryOf = (key: string): Counted => {
    const now = performance.now();
    let entry = counted.get(key);
    if (!entry || now - entry.since >= seconds * 1000) {
      counted.delete(key);
      if (counted.size >= mostNetworks) counted.delete(counted.keys().next().value ?? '');
      entry = { since: now, count: 0 };
      counted.set(key, entry);
    }
    return entry;
  };
  // In production, a proxy of the same machine that TRUST_PROXY does not name would exempt every visitor.
  const isExempt = (ip: string) => config.NODE_ENV !== 'production' && ofTheMachine.test(ip);
  const isSigned = ({ routeOptions }: FastifyRequest) => signed.has(routeOptions.url ?? '');
  const signedBy = ({ ip }: FastifyRequest) => `signed ${networksOf(ip)[0]}`;

  fastify.addHook('onRequest', (request, reply, done) => {
    if (isExempt(request.ip)) return done();
    const entry = entryOf(isSigned(request) ? signedBy(request) : networksOf(request.ip)[0]);
    if (!isSigned(request)) entry.count += 1;
    if (entry.count <= points) return done();
    note(request);
    const wait = Math.ceil(seconds - (performance.now() - entry.since) / 1000);
    const message = 'That was too much at once. Please wait a minute and try again.';
    void reply
      .status(429)
      .header('retry-after', String(Math.max(1, wait)))
      .send({ code: 'TOO_MANY_TRIES', message });
  });
  fastify.addHook('onResponse', (request, { statusCode }, done) => {
    const isForged = statusCode >= 400 && statusCode < 500;
    if (isForged && isSigned(request) && !isExempt(request.ip)) entryOf(signedBy(request)).count += 1;
    done();
  });
}
