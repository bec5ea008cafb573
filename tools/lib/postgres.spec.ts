import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** Programs of their own, as `npm start` and `npm test` are: a launcher is judged by what a kill leaves behind. */
const launcher = pathToFileURL(join(__dirname, 'postgres.mjs')).href;
const folders: string[] = [];
const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) {
    await (await program(folder)).leave();
    // Below a closed folder the data is behind a link.
    rmSync(dirname(realpathSync(join(folder, 'data'))), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a server that a killed program left behind is joined by the next', async () => {
  const folder = newFolder(tmpdir());
  const first = await program(folder);
  expect(first.adopted).toBe(false);
  await first.die();
  const second = await program(folder);
  expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
});

test('the last program to leave switches the server off', async () => {
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

test('a number in the file of a crashed server that now belongs to another program is not believed', async () => {
  const folder = newFolder(tmpdir());
  const first = await program(folder);
  process.kill(first.pid, 'SIGKILL');
  await first.die();
  const second = await program(folder);
  expect(second.adopted).toBe(false);
});

test('a port that another program holds is named', async () => {
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

test('it runs below a folder that is closed to everybody else', async () => {
  const folder = newFolder(homedir());
  chmodSync(folder, 0o700);
  const first = await program(folder);
  expect(first.url).toContain('@127.0.0.1:');
});

interface Running {
  url: string;
  pid: number;
  adopted: boolean;
  leave(): Promise<void>;
  die(): Promise<void>;
}

/** A program that starts PostgreSQL in the folder and stays until it is told to leave. */
async function program(folder: string, options: { port: number; movable: boolean } = { port: 31_000, movable: true }) {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { startPostgres } from '${launcher}';
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
  const facts = JSON.parse(line) as Running & { error?: string };
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
