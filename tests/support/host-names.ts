import { request as send, type IncomingHttpHeaders } from 'node:http';
import type { GraphqlAnswer, TestApp } from './app.js';

export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends a request to the app under the host name of an address. */
export function requestAs(app: TestApp, url: string, options: Sent = {}): Promise<Received> {
  const { host, pathname, search } = new URL(url);
  const { port } = new URL(app.url);
  const { method = 'GET', headers, body } = options;
  return new Promise((resolve, reject) => {
    const outgoingRequest = send(
      { host: '127.0.0.1', port, path: pathname + search, method, headers: { ...headers, host } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoingRequest.on('error', reject);
    outgoingRequest.end(body);
  });
}

/** Returns the app at another address, even if DNS doesn't know its host name. */
export function appAtOrigin(app: TestApp, origin: string): TestApp {
  return {
    ...app,
    async graphql<Data>(query: string, variables = {}, options: { cookie?: string; headers?: object } = {}) {
      const { cookie } = options;
      const { status, headers, body } = await requestAs(app, `${origin}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(cookie && { cookie, 'sec-fetch-site': 'same-origin' }),
          ...options.headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      const responseHeaders = new Headers();
      for (const cookie of headers['set-cookie'] ?? []) responseHeaders.append('set-cookie', cookie);
      return { ...(JSON.parse(body) as object), status, headers: responseHeaders } as GraphqlAnswer<Data>;
    },
  };
}
