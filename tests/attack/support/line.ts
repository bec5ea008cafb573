import { connect, createServer, type Socket } from 'node:net';
import { aFreePort } from '../../support/free-port.js';

export interface Line {
  port: number;
  begun: number;
  freeze(): void;
  thaw(): void;
  /** Stops listening and closes connections. */
  close(): void;
  open(): Promise<void>;
}

/** A proxy to PostgreSQL that can go silent like a frozen server: it accepts data and returns nothing. */
export async function startFreezableProxy(to: URL): Promise<Line> {
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    line.begun += 1;
    const far = connect({ host: to.hostname, port: Number(to.port) });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('data', (bytes) => other.write(bytes));
      one.on('close', () => other.destroy()).on('error', () => other.destroy());
      if (frozen) one.pause();
    }
  });
  const listen = (on: number) => new Promise<void>((resolve) => server.listen(on, '127.0.0.1', resolve));
  // Reserved, so no other process takes the port while it is closed.
  const port = await aFreePort();
  await listen(port);
  const line = {
    port,
    begun: 0,
    open: () => listen(port),
    freeze() {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return line;
}
