import { createServer } from 'node:net';

/** Each Jest worker uses every sixteenth port from here. */
const first = 31_200;
const portsPerWorker = 16;
const ports = 97;

const worker = Number(process.env['JEST_WORKER_ID'] ?? 1) % portsPerWorker;
// Random start, so that parallel runs on this machine differ.
let nextOffset = Math.floor(Math.random() * ports);

/**
 * Returns a port a test's program can listen on, even after a restart. Avoids the kernel's ephemeral ports: the kernel
 * may assign a released port to another worker before the program listens.
 */
export async function aFreePort(): Promise<number> {
  for (let attempt = 0; attempt < ports; attempt += 1) {
    nextOffset = (nextOffset + 1) % ports;
    const port = first + nextOffset * portsPerWorker + worker;
    if (await isFree(port)) return port;
  }
  throw new Error(`No port is free between ${first} and ${first + ports * portsPerWorker}.`);
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
