import { createServer } from 'node:net';

/** Whether a program could listen on this port of this machine right now; an address this machine has not is nobody's. */
export async function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }) => resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * The first free port from `first` on. Always below 32768: the ports above are handed out by the kernel to
 * outgoing connections and may be taken at any moment.
 */
export async function firstFree(first, tries = 200) {
  for (let port = first; port < Math.min(first + tries, 32_768); port += 1) if (await isFree(port)) return port;
  throw new Error(`No free port between ${first} and ${first + tries}.`);
}

/**
 * A port between 16000 and 29999 that is the same for the same text: two clones of the project seldom meet. What is
 * counted on from it (a bench adds 2000 and asks for a hundred) stays below 32768.
 */
export function portFor(text) {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + character.codePointAt(0)) >>> 0;
  return 16_000 + (hash % 1_400) * 10;
}
