import { randomUUID } from 'node:crypto';
import { IncomingMessage } from 'node:http';

type Asked = Pick<IncomingMessage, 'headers'>;

/**
 * The id of a request in the log and in what a visitor may quote. A page asks our own API under its own id; behind a proxy
 * of ours the proxy's id (X-Request-ID, or the trace of a traceparent) is taken, so that its lines and ours can be joined.
 */
export function requestId(request: Asked, trusted: boolean): string {
  // What comes over a socket is always one of these; what our own pages ask never is.
  const isOurs = !(request instanceof IncomingMessage);
  return (trusted || isOurs ? idOf(request) : null) ?? randomUUID();
}

function idOf({ headers }: Asked): string | null {
  const id = headers['x-request-id'];
  if (typeof id === 'string' && /^[\w.-]{8,64}$/.test(id)) return id;
  const { traceparent } = headers;
  const trace = typeof traceparent === 'string' && /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}/.exec(traceparent);
  return trace && trace[1] && !/^0+$/.test(trace[1]) ? trace[1] : null;
}
