import { randomUUID } from 'node:crypto';
import { IncomingMessage } from 'node:http';

type HeaderSource = Pick<IncomingMessage, 'headers'>;

/** Pages query our API with their own ID. A trusted proxy's ID is used, so that the logs can be joined. */
export function requestId(request: HeaderSource, trusted: boolean): string {
  // Only requests from a socket are IncomingMessage; in-process requests of our pages aren't.
  const isOurs = !(request instanceof IncomingMessage);
  return (trusted || isOurs ? idOf(request) : null) ?? randomUUID();
}

function idOf({ headers }: HeaderSource): string | null {
  const id = headers['x-request-id'];
  if (typeof id === 'string' && /^[\w.-]{8,64}$/.test(id)) return id;
  const { traceparent } = headers;
  const trace = typeof traceparent === 'string' && /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}/.exec(traceparent);
  return trace && trace[1] && !/^0+$/.test(trace[1]) ? trace[1] : null;
}
