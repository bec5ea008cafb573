import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

/** As much of a body that nobody wants is let run by; who sends more than that is cut off after the answer. */
const mostRunBy = 16 * 1024 * 1024;

/**
 * An answer that comes before its request was read to the end (too large, not allowed, of no known kind) would be lost:
 * the sender still sends, is reset, and never reads why; and on a line that is kept, nothing is heard after it. So the rest
 * runs by first. How long that may take is the server's own limit for a request.
 */
export function letBodiesRunBy(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    const { raw } = request;
    if (isOver(raw)) return done();
    void runBy(raw).then((toItsEnd) => {
      if (!toItsEnd) void reply.header('connection', 'close');
      done();
    });
  });
}

function isOver(raw: IncomingMessage): boolean {
  if (raw.readableEnded || raw.destroyed) return true;
  return raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined;
}

function runBy(raw: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    let bytes = 0;
    const over = (toItsEnd: boolean) => {
      raw.off('data', count).off('end', ended).off('close', cut).off('error', cut);
      resolve(toItsEnd);
    };
    const ended = () => over(true);
    const cut = () => over(false);
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostRunBy) return;
      raw.pause();
      over(false);
    };
    raw.on('data', count).on('end', ended).on('close', cut).on('error', cut);
    raw.resume();
  });
}
