import { ServerLog, tlsFiles, type Config, type Logger } from '@upstander/platform';
import type { FastifyError, FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { answerHeaders } from './answer-headers.js';
import { bodyLimit } from './body-parsers.js';
import { requestId } from './request-ids.js';

/** Longer than nginx's 60 seconds, so that it never reuses a connection we are closing. */
const keepAliveMs = 72_000;
/** Sending the headers takes longer only on purpose. */
const maxHeadersTime = 20_000;
const secondMs = 1_000;

export function serverOptions(config: Config, logger: Logger) {
  const requestTimeout = config.REQUEST_SECONDS * secondMs;
  const headers = answerHeaders(config.isSecure);
  const hops = config.TRUST_PROXY;
  const waits = {
    headersTimeout: Math.min(maxHeadersTime, requestTimeout),
    requestTimeout,
    connectionsCheckingInterval: Math.min(5 * secondMs, requestTimeout / 2),
  };
  const tls = tlsFiles(config);
  return {
    bodyLimit,
    genReqId: (raw: IncomingMessage) => requestId(raw, hops > 0),
    trustProxy: hops > 0 ? (_address: string, hop: number) => hop < hops : false,
    routerOptions: { ignoreTrailingSlash: true },
    loggerInstance: new ServerLog(logger),
    requestTimeout,
    keepAliveTimeout: keepAliveMs,
    // Timeout for a connection without traffic. An export may take long before its first row.
    connectionTimeout: (config.DATABASE_JOB_SECONDS + config.REQUEST_SECONDS) * secondMs,
    http: waits,
    ...(tls && { https: { ...waits, ...tls } }),
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      const status = error.statusCode ?? 400;
      void reply.status(status).headers(headers);
      void reply.send({ code: `HTTP_${status}`, message: 'The address is not valid.' });
    },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => {
      answerInvalidHttp(error, socket, headers);
    },
  } satisfies FastifyHttpOptions<Server>;
}

const refusalsByError: Readonly<Record<string, readonly [number, string, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The headers of the request are too large.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'Payload Too Large', 'The request is too large.'],
};

function answerInvalidHttp(error: { code?: string }, socket: Socket, headers: Readonly<Record<string, string>>): void {
  // The client is gone, or a response is in progress.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const [status, reason, message] = refusalsByError[error.code ?? ''] ?? [
    400,
    'Bad Request',
    'The request is not valid HTTP.',
  ];
  const body = JSON.stringify({ code: `HTTP_${status}`, message });
  const fields = Object.entries({
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  });
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${fields.map(([n, v]) => `${n}: ${v}\r\n`).join('')}\r\n${body}`, () =>
    socket.destroySoon(),
  );
}
