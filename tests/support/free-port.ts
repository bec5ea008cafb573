import { createServer } from 'node:net';

/** Each worker of Jest has every sixteenth port from here on. */
const first = 31_200;
const each = 16;
const ports = 97;

const worker = Number(process.env['JEST_WORKER_ID'] ?? 1) % each;
// Another run on this machine begins elsewhere.
let turn = Math.floor(Math.random() * ports);

/**
 * A port on which a program of a test can listen, also after it was ended and started anew. None that the kernel hands out: it gives
 * a port again as soon as nobody holds it, and whoever asks next, in another worker, may get it before the program listens.
 */
export async function aFreePort(): Promise<number> {
  for (let tries = 0; tries < ports; tries += 1) {
    turn = (turn + 1) % ports;
    const port = first + turn * each + worker;
    if (await isFree(port)) return port;
  }
  throw new Error(`No port is free between ${first} and ${first + ports * each}.`);
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
