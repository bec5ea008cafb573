import { connect, createServer, type Socket } from 'node:net';
import { aFreePort } from '../../support/free-port.js';

export interface Line {
  port: number;
  startedCount: number;
  freeze(): void;
  thaw(): void;
  close(): void;
  open(): Promise<void>;
}

/** A frozen proxy accepts data and returns nothing, like a frozen server. */
export async function startFreezableProxy(to: URL): Promise<Line> {
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((client) => {
    line.startedCount += 1;
    const upstream = connect({ host: to.hostname, port: Number(to.port) });
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('close', () => to.destroy()).on('error', () => to.destroy());
      if (isFrozen) from.pause();
    }
  });
  const listen = (onPort: number) => new Promise<void>((resolve) => server.listen(onPort, '127.0.0.1', resolve));
  // Reserved, so no other process takes the port while it is closed.
  const port = await aFreePort();
  await listen(port);
  const line = {
    port,
    startedCount: 0,
    open: () => listen(port),
    freeze() {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return line;
}
