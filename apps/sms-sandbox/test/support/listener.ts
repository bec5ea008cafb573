import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HeardCallback {
  params: Record<string, string>;
  signature: string;
}

/** Records callbacks and answers them. */
export class Listener {
  readonly heard: HeardCallback[] = [];
  /** Statuses of the next answers; 200 when empty. */
  readonly failures: number[] = [];
  answer = { contentType: 'text/xml; charset=utf-8', body: '<Response/>' };

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Listener> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const listener = new Listener(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`);
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        const params = Object.fromEntries(new URLSearchParams(body));
        listener.heard.push({ params, signature: String(request.headers['x-twilio-signature']) });
        const { contentType, body: answer } = listener.answer;
        response.writeHead(listener.failures.shift() ?? 200, { 'content-type': contentType }).end(answer);
      });
    });
    return listener;
  }

  /** Values of one parameter, in the order of arrival. */
  valuesOf(name: string): Array<string | undefined> {
    return this.heard.map(({ params }) => params[name]);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
