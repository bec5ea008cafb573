import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instanceHeader, refuseBlocked, refuseTaken } from './instance.mjs';
import { Program } from './programs.mjs';
import { ready } from './start.mjs';

/** Another copy of the product, which is ready all the time. */
let other: Server;
let port: number;
/** Which process answers at the port. */
let answering = 'the other';
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  other = createServer((_request, response) => {
    response.setHeader(instanceHeader, answering).end('{"status":"ready"}');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  ({ port } = other.address() as AddressInfo);
});
afterAll(async () => {
  other.closeAllConnections();
  await new Promise((resolve) => other.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** A program that does this instead of being our api. */
function api(source: string): Program {
  const file = join(folder, `${Math.random()}.mjs`);
  writeFileSync(file, source);
  return new Program('api', file, { cwd: folder, env: process.env, logFile: join(folder, 'api.log') });
}
const says = `console.log(JSON.stringify({ level: 30, instance: 'ours', msg: 'the api is listening' }));`;
const waiting = { url: 'http://localhost', running: { ending: null } };

test('what another copy answers at the port is not taken for our own', async () => {
  const silent = api('setInterval(() => {}, 1000);');
  try {
    await expect(ready(silent, { ...waiting, port, patience: 300 })).rejects.toThrow('does not listen yet');
  } finally {
    await silent.stop();
  }
});

test('nor when our own listens as well, at another address of this port', async () => {
  const own = api(`setInterval(() => { ${says} }, 20);`);
  try {
    // However long it takes to begin: the patience is for the other one, which goes on answering.
    await own.says('the api is listening');
    const refused = expect(ready(own, { ...waiting, port, patience: 2_000 })).rejects;
    await refused.toThrow(/^Another copy of Upstander answers at port \d+\. Choose another one: PORT=\d+ npm start$/);
  } finally {
    await own.stop();
  }
});

test('our own is ready when it says that it listens and it is the one that answers', async () => {
  answering = 'ours';
  const own = api(`${says} setInterval(() => {}, 1000);`);
  try {
    await expect(ready(own, { ...waiting, port, patience: 20_000 })).resolves.toBe(true);
  } finally {
    await own.stop();
  }
});

test('one that dies before it listens is not waited for, and not called ready', async () => {
  await expect(ready(api('process.exit(1);'), { ...waiting, port, patience: 20_000 })).resolves.toBe(false);
});

test('a port that no browser opens is refused, with one that they open', async () => {
  await expect(refuseBlocked(4190)).rejects.toThrow(/^No browser opens port 4190, .*: PORT=\d+ npm start$/);
  // A hundred further on is the second of five.
  await expect(refuseBlocked(6566)).rejects.toThrow(/PORT=(?!666)\d+ npm start$/);
  await expect(refuseBlocked(port)).resolves.toBeUndefined();
});

describe('a port that is taken', () => {
  /** Another program, at this address. */
  async function listening(host: string): Promise<Server> {
    const server = createServer((_request, response) => response.end('{"status":"ok"}'));
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return server;
  }

  test('is refused with the name of what has it, and a free one to type instead', async () => {
    const program = await listening('127.0.0.1');
    const { port: its } = program.address() as AddressInfo;
    await expect(refuseTaken(port)).rejects.toThrow(
      /^Port \d+ is taken by another copy of Upstander\. Choose another one: PORT=\d+ npm start$/,
    );
    await expect(refuseTaken(its)).rejects.toThrow(`Port ${its} is taken by another program.`);
    await new Promise((resolve) => program.close(resolve));
    await expect(refuseTaken(its)).resolves.toBeUndefined();
  });

  test('is taken as well where a browser would find the other one under the name localhost', async () => {
    const program = await listening('::1').catch(() => null);
    // A machine without IPv6 has no such address.
    if (program === null) return;
    const { port: its } = program.address() as AddressInfo;
    await expect(refuseTaken(its)).rejects.toThrow('is taken by another program');
    await new Promise((resolve) => program.close(resolve));
  });
});
