import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiRequest, Outcome } from '../requests/answer.js';

const LARGEST = 1_000_000;

export async function answerRequest(
  handler: { handle(asked: ApiRequest): Promise<Outcome> },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = await readRequest(request);
  if (!asked) return void request.socket.destroy();
  const outcome = await handler.handle(asked).catch((error: unknown): Outcome => ({
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: `The local Stripe failed: ${error instanceof Error ? error.stack : String(error)}`,
  }));
  if (outcome === 'cut') request.socket.destroy();
  // A hanging request stays open until the client times out.
  if (typeof outcome === 'string') return;
  response.writeHead(outcome.status, outcome.headers).end(outcome.body);
}

async function readRequest(request: IncomingMessage): Promise<ApiRequest | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += (chunk as Buffer).length;
      if (size > LARGEST) return null;
      chunks.push(chunk as Buffer);
    }
  } catch {
    return null;
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
