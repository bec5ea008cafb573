import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instanceHeader, refuseBlocked, requireFreePort } from './instance.mjs';
import { Program } from './programs.mjs';
import { waitUntilReady } from './start.mjs';

let otherServer: Server;
let port: number;
let answering = 'the other';
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  otherServer = createServer((_request, response) => {
    response.setHeader(instanceHeader, answering).end('{"status":"ready"}');
  });
  await new Promise<void>((resolve) => otherServer.listen(0, '127.0.0.1', resolve));
  ({ port } = otherServer.address() as AddressInfo);
});
afterAll(async () => {
  otherServer.closeAllConnections();
  await new Promise((resolve) => otherServer.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

function api(source: string): Program {
  const file = join(folder, `${Math.random()}.mjs`);
  writeFileSync(file, source);
  return new Program('api', file, { cwd: folder, env: process.env, logFile: join(folder, 'api.log') });
}
const listeningProgram = `console.log(JSON.stringify({ level: 30, instance: 'ours', msg: 'the api is listening' }));`;
const waitingStart = { url: 'http://localhost', running: { ending: null } };

test('does not accept a response of another copy on the port', async () => {
  const silent = api('setInterval(() => {}, 1000);');
  try {
    await expect(waitUntilReady(silent, { ...waitingStart, port, patience: 300 })).rejects.toThrow(
      'does not listen yet',
    );
  } finally {
    await silent.stop();
  }
});

test('rejects the start if another copy responds while ours listens on another address', async () => {
  const own = api(`setInterval(() => { ${listeningProgram} }, 20);`);
  try {
    // The startup time may vary. The timeout applies to the other copy.
    await own.says('the api is listening');
    const refused = expect(waitUntilReady(own, { ...waitingStart, port, patience: 2_000 })).rejects;
    await refused.toThrow(/^Another copy of Upstander responds on port \d+\. Choose another one: PORT=\d+ npm start$/);
  } finally {
    await own.stop();
  }
});

test('is ready once our process listens and responds', async () => {
  answering = 'ours';
  const own = api(`${listeningProgram} setInterval(() => {}, 1000);`);
  try {
    await expect(waitUntilReady(own, { ...waitingStart, port, patience: 20_000 })).resolves.toBe(true);
  } finally {
    await own.stop();
  }
});

test('returns false if the process exits before listening', async () => {
  await expect(waitUntilReady(api('process.exit(1);'), { ...waitingStart, port, patience: 20_000 })).resolves.toBe(
    false,
  );
});

test('rejects a port that browsers block and suggests another', async () => {
  await expect(refuseBlocked(4190)).rejects.toThrow(/^No browser opens port 4190, .*: PORT=\d+ npm start$/);
  // The first candidate, 100 higher, is also blocked.
  await expect(refuseBlocked(6566)).rejects.toThrow(/PORT=(?!666)\d+ npm start$/);
  await expect(refuseBlocked(port)).resolves.toBeUndefined();
});

describe('a port in use', () => {
  async function listening(host: string): Promise<Server> {
    const server = createServer((_request, response) => response.end('{"status":"ok"}'));
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return server;
  }

  test('is rejected with the program using it and a free port to use', async () => {
    const program = await listening('127.0.0.1');
    const { port: its } = program.address() as AddressInfo;
    await expect(requireFreePort(port)).rejects.toThrow(
      /^Port \d+ is taken by another copy of Upstander\. Choose another one: PORT=\d+ npm start$/,
    );
    await expect(requireFreePort(its)).rejects.toThrow(`Port ${its} is taken by another program.`);
    await new Promise((resolve) => program.close(resolve));
    await expect(requireFreePort(its)).resolves.toBeUndefined();
  });

  test('is also detected on the IPv6 address of localhost', async () => {
    const program = await listening('::1').catch(() => null);
    // No IPv6 on this machine.
    if (program === null) return;
    const { port: its } = program.address() as AddressInfo;
    await expect(requireFreePort(its)).rejects.toThrow('is taken by another program');
    await new Promise((resolve) => program.close(resolve));
  });
});
