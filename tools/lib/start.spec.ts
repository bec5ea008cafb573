import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from './programs.mjs';
import { ready } from './start.mjs';

/** Another copy of the product, which is ready all the time. */
let other: Server;
let port: number;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  other = createServer((_request, response) => response.end('{"status":"ready","migrations":"ok"}'));
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
const says = `console.log(JSON.stringify({ level: 30, msg: 'the api is listening' }));`;
const waiting = { url: 'http://localhost', running: { ending: null } };

test('what another copy answers at the port is not taken for our own', async () => {
  const silent = api('setInterval(() => {}, 1000);');
  try {
    await expect(ready(silent, { ...waiting, port, patience: 300 })).rejects.toThrow('does not listen yet');
  } finally {
    await silent.stop();
  }
});

test('our own is ready when it says that it listens and its page answers', async () => {
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
