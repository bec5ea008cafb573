import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

export interface ReceivedEvent {
  id: string;
  type: string;
  signature: string;
  /** Unix time of the signature. */
  at: number;
  isVerified: boolean;
}

export class Listener {
  readonly heard: ReceivedEvent[] = [];
  /** Status to respond with while set. */
  failWith: number | null = null;

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly secret: string,
  ) {}

  static async start(secret: string): Promise<Listener> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const listener = new Listener(
      server,
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
      secret,
    );
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        const signature = String(request.headers['stripe-signature']);
        response.writeHead(listener.receiveEvent(body, signature)).end();
      });
    });
    return listener;
  }

  verifiedEvents(): ReceivedEvent[] {
    return this.heard.filter(({ isVerified }) => isVerified);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private receiveEvent(body: string, signature: string): number {
    const { id, type } = JSON.parse(body) as { id: string; type: string };
    const at = Number(/t=(\d+)/.exec(signature)?.[1]);
    let believed = false;
    try {
      new Stripe('sk_test_offline').webhooks.constructEvent(body, signature, this.secret, 1e12);
      believed = true;
    } catch {
      // Not signed with the expected secret.
    }
    this.heard.push({ id, type, signature, at, isVerified: believed });
    return this.failWith ?? (believed ? 200 : 400);
  }
}
