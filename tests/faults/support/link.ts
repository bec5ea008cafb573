import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { aFreePort } from '../../support/free-port.js';

/** A connection from one program to one service, which a test can cut. The service and its other clients continue. */
export class Link {
  private server?: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(
    readonly port: number,
    private readonly target: number,
  ) {}

  static async to(target: number): Promise<Link> {
    const link = new Link(await aFreePort(), target);
    await link.restore();
    return link;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Resets open connections and refuses new ones. */
  cut(): void {
    this.server?.close();
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  async restore(): Promise<void> {
    this.server = createServer((client) => {
      const service = connect(this.target, '127.0.0.1');
      for (const [socket, other] of [
        [client, service],
        [service, client],
      ] as const) {
        this.sockets.add(socket);
        socket.pipe(other);
        socket.on('error', () => other.destroy());
        socket.once('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
      }
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }
}
