import type { Config, Logger } from '@upstander/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isHealthPath } from './health-paths.js';
import { KnownHosts } from './known-hosts.js';
import { plainAddress } from './plain-address.js';

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** Runs first, so all later code can rely on these checks. Redirects to normalized URLs. */
export function rejectInvalidRequests(fastify: FastifyInstance, config: Config, logger: Logger): void {
  const hosts = new KnownHosts(config);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!methods.has(request.method)) {
      void reply.header('allow', [...methods].join(', '));
      return refuse(reply, 405, 'Only GET, HEAD, POST and OPTIONS are allowed.');
    }
    const url = request.raw.url ?? '';
    const plain = plainAddress(url);
    if (plain === null) return refuse(reply, 400, 'The address is not valid.');
    const misdirected = hostFault(hosts, request, plain);
    if (misdirected === 421) {
      logger.warn(
        { requestId: request.id },
        'a request for a host that is in neither PUBLIC_URL, ADMIN_URL nor EXTRA_HOSTS',
      );
      return refuse(reply, 421, `This address leads to ${new URL(config.PUBLIC_URL).host} and to no other site.`);
    }
    if (misdirected === 400) return refuse(reply, 400, 'The Host of this request is not valid.');
    if (plain !== url) return sendToPlain(request, reply, plain);
    done();
  });
}

function hostFault(hosts: KnownHosts, request: FastifyRequest, path: string): 400 | 421 | null {
  const { rawHeaders } = request.raw;
  const { host } = request.headers;
  if (isHealthPath(path) && host === undefined) return null;
  if (!hosts.isHost(host) || countHeader(rawHeaders, 'host') > 1) return 400;
  return isHealthPath(path) || hosts.isKnownHost(host) ? null : 421;
}

function countHeader(rawHeaders: readonly string[], name: string): number {
  let times = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.toLowerCase() === name) times += 1;
  return times;
}

/** A redirected POST could lose its body, so it is refused. */
function sendToPlain(request: FastifyRequest, reply: FastifyReply, plain: string): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(reply, 400, 'The address is not valid.');
  void reply.status(308).header('location', plain).header('referrer-policy', 'no-referrer').send();
}

function refuse(reply: FastifyReply, status: number, message: string): void {
  void reply.status(status).send({ code: `HTTP_${status}`, message });
}
