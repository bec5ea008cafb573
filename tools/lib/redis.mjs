import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findOnPath, root } from './paths.mjs';
import { firstFree, portFor } from './ports.mjs';

export const valkeyProgram = findOnPath('valkey-server');
export const redisProgram = findOnPath('redis-server') ?? valkeyProgram;

/**
 * Uses an append-only file, as in production. Null if the program is not installed.
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | null>}
 */
export async function startRedis(program = redisProgram) {
  if (!program) return null;
  mkdirSync(join(root, '.data'), { recursive: true });
  const dir = mkdtempSync(join(root, '.data/redis-'));
  const port = await firstFree(portFor(root) + 1_000);
  const args = ['--port', port, '--bind', '127.0.0.1', '--dir', dir, '--appendonly', 'yes', '--save', ''];
  const child = spawn(program, args.map(String), { detached: true, stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  // Stops the server if this process crashes.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const stop = async () => {
    process.off('exit', end);
    child.kill('SIGTERM');
    await exited;
    rmSync(dir, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) break;
    if (await answers(port)) return { url: `redis://127.0.0.1:${port}`, stop };
    await wait(50);
  }
  await stop();
  throw new Error(`${program} did not start on port ${port}.`);
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    socket.once('data', (data) => resolve(data.toString().startsWith('+PONG')));
    socket.once('error', () => resolve(false));
    socket.once('data', () => socket.destroy());
  });
}
