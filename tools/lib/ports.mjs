import { createServer } from 'node:net';

/** Addresses this machine lacks count as free. */
export async function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }) => resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Returns a port below 32768. The kernel assigns higher ports to outgoing connections at any time. */
export async function firstFree(first, tries = 200) {
  for (let port = first; port < Math.min(first + tries, 32_768); port += 1) if (await isFree(port)) return port;
  throw new Error(`No free port between ${first} and ${first + tries}.`);
}

/**
 * Returns a port between 16000 and 29999 derived from a text, so clones of the project rarely collide.
 * Offsets (a benchmark adds 2000 and needs a hundred) stay below 32768.
 */
export function portFor(text) {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + character.codePointAt(0)) >>> 0;
  return 16_000 + (hash % 1_400) * 10;
}
