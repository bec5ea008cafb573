import { createServer } from 'node:net';

/** Each Jest worker uses every sixteenth port from here. */
const first = 31_200;
const each = 16;
const ports = 97;

const worker = Number(process.env['JEST_WORKER_ID'] ?? 1) % each;
// Random start, so that parallel runs on this machine differ.
let turn = Math.floor(Math.random() * ports);

/**
 * Returns a port a test's program can listen on, even after a restart. Avoids the kernel's ephemeral ports: the kernel
 * may assign a released port to another worker before the program listens.
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
