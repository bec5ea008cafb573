import { Agent, request as plain } from 'node:http';
import { request as secure } from 'node:https';

/** Returns the response status. Throws without a response. */
export type Transport = (url: string, body: string, headers: Record<string, string>) => Promise<number>;

const PATIENCE_MS = 20_000;

export function createTransport(): Transport & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const send: Transport = (url, body, headers) =>
    new Promise((resolve, reject) => {
      const isSecure = url.startsWith('https:');
      const asked = (isSecure ? secure : plain)(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        ...(!isSecure && { agent }),
        timeout: PATIENCE_MS,
      });
      asked.once('response', (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', reject);
      });
      asked.once('timeout', () => asked.destroy(new Error('no answer')));
      asked.once('error', reject);
      asked.end(body);
    });
  return Object.assign(send, { close: () => agent.destroy() });
}
