import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** Separate processes show what a killed one leaves behind. */
const launcherUrl = pathToFileURL(join(__dirname, 'postgres.mjs')).href;
const folders: string[] = [];
const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) {
    await (await program(folder)).leave();
    // The data of a closed folder is behind a link.
    rmSync(dirname(realpathSync(join(folder, 'data'))), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

test('joins a server left behind by a killed program', async () => {
  const folder = newFolder(tmpdir());
  const first = await program(folder);
  expect(first.adopted).toBe(false);
  await first.die();
  const second = await program(folder);
  expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
});

test('stops the server when the last program leaves', async () => {
  const folder = newFolder(tmpdir());
  const first = await program(folder);
  const second = await program(folder);
  await first.leave();
  const third = await program(folder);
  expect(third.pid).toBe(second.pid);
  await second.leave();
  await third.leave();
  expect(isRunning(folder)).toBe(false);
});

test('ignores a stale PID that now belongs to another program', async () => {
  const folder = newFolder(tmpdir());
  const first = await program(folder);
  process.kill(first.pid, 'SIGKILL');
  await first.die();
  const second = await program(folder);
  expect(second.adopted).toBe(false);
});

test('reports a port used by another program', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const taken = new RegExp(`Port ${port}.*taken`);
    await expect(program(newFolder(tmpdir()), { port, movable: false })).rejects.toThrow(taken);
  } finally {
    server.close();
  }
});

test('runs below a folder closed to other users', async () => {
  const folder = newFolder(homedir());
  chmodSync(folder, 0o700);
  const first = await program(folder);
  expect(first.url).toContain('@127.0.0.1:');
});

interface RunningPostgres {
  url: string;
  pid: number;
  adopted: boolean;
  leave(): Promise<void>;
  die(): Promise<void>;
}

async function program(folder: string, options: { port: number; movable: boolean } = { port: 31_000, movable: true }) {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { startPostgres } from '${launcherUrl}';
       const options = ${JSON.stringify({ dataDir: join(folder, 'data'), settings: { fsync: 'off' }, ...options })};
       const { stop, ...facts } = await startPostgres(options).catch((error) => ({ error: error.message }));
       console.log(JSON.stringify(facts.url ? facts : { error: facts.error }));
       process.stdin.once('data', async () => { await stop(); process.exit(0); });`,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  children.push(child);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const facts = JSON.parse(line) as RunningPostgres & { error?: string };
  if (facts.error) throw new Error(facts.error);
  const end = (act: () => unknown) => async () => {
    act();
    await exited;
  };
  return { ...facts, leave: end(() => child.stdin.write('leave\n')), die: end(() => child.kill('SIGKILL')) };
}

function newFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, 'upstander-launcher-'));
  folders.push(folder);
  if (parent === tmpdir()) chmodSync(folder, 0o755);
  return folder;
}

function isRunning(folder: string): boolean {
  try {
    return readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').length > 0;
  } catch {
    return false;
  }
}
