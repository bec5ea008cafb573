import type { IncomingMessage, ServerResponse } from 'node:http';

/** Header names are lowercase. */
export interface CarrierRequest {
  method: string;
  /** Includes the query string. */
  path: string;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A response, or a simulated dropped or hanging connection. */
export type Outcome = Answer | 'cut' | 'silence';

const largestBody = 1_000_000;

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

export async function answerRequest(
  handle: (request: CarrierRequest) => Outcome,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === null) {
    request.resume();
    return void response.writeHead(413, { connection: 'close' }).end();
  }
  const { method = 'GET', url = '/' } = request;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  const outcome = handle({ method, path: url, headers, body });
  if (outcome === 'cut') request.socket.destroy();
  // A hanging request stays open until the client times out.
  if (typeof outcome === 'string') return;
  response.writeHead(outcome.status, outcome.headers).end(outcome.body);
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > largestBody) return null;
      chunks.push(chunk as Buffer);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}
