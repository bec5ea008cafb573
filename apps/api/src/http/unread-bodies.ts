import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

/** A longer rest is cut off after the response. */
const maxDrained = 16 * 1024 * 1024;

/**
 * Drains the rest of a request body before an early response (too large, not allowed, unknown type).
 * Otherwise the client, which is still sending, is reset and never receives the response.
 */
export function drainUnreadBodies(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    const { raw } = request;
    if (isReadToEnd(raw)) return done();
    void drain(raw).then((isComplete) => {
      if (!isComplete) void reply.header('connection', 'close');
      done();
    });
  });
}

function isReadToEnd(raw: IncomingMessage): boolean {
  if (raw.readableEnded || raw.destroyed) return true;
  return raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined;
}

function drain(raw: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    let bytes = 0;
    const finish = (isComplete: boolean) => {
      raw.off('data', count).off('end', onEnd).off('close', onCut).off('error', onCut);
      resolve(isComplete);
    };
    const onEnd = () => finish(true);
    const onCut = () => finish(false);
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxDrained) return;
      raw.pause();
      finish(false);
    };
    raw.on('data', count).on('end', onEnd).on('close', onCut).on('error', onCut);
    raw.resume();
  });
}
