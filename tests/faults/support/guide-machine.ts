import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SystemPostgres } from '../../support/system-postgres.mjs';

const run = promisify(execFile);

/** Builds a release like `npm run release`. `RELEASE` names the folder of an existing one. */
export async function makeRelease(folder: string): Promise<void> {
  const existingRelease = process.env['RELEASE'];
  const releaseFolder = existingRelease ?? join(folder, 'made');
  if (!existingRelease)
    await run(process.execPath, ['tools/release.mjs', '--uncommitted', '--built', '--out', releaseFolder], {
      maxBuffer: 64e6,
    });
  for (const name of readdirSync(releaseFolder).filter((file) => /\.tar\.gz$|SUMS$/.test(file))) {
    copyFileSync(join(releaseFolder, name), join(folder, name));
  }
  if (!existingRelease) rmSync(releaseFolder, { recursive: true });
}

/** Creates an archive like that of a release, with links to the existing build. */
export async function linkExistingBuild(folder: string): Promise<void> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const name = `upstander-${version}`;
  mkdirSync(join(folder, name));
  for (const part of ['bin', 'dist', 'apps', 'deploy', 'docs', 'node_modules', 'package.json'])
    symlinkSync(join(process.cwd(), part), join(folder, name, part));
  await run('tar', ['-czf', `${name}.tar.gz`, name], { cwd: folder });
  const { stdout } = await run('sha256sum', [`${name}.tar.gz`], { cwd: folder });
  writeFileSync(join(folder, 'SHA256SUMS'), stdout);
  rmSync(join(folder, name), { recursive: true });
}

export async function countRows({ url }: SystemPostgres, query: string): Promise<string> {
  const { stdout } = await run('psql', [
    '--tuples-only',
    '--no-align',
    Object.assign(new URL(url), { pathname: '/upstander' }).href,
    '--command',
    query,
  ]);
  return stdout.trim();
}

export async function dropDatabases(url: string): Promise<void> {
  const server = Object.assign(new URL(url), { pathname: '/postgres' }).href;
  const databases = ['upstander', 'upstander_keys'].map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  const roles = ['upstander_owner', 'upstander', 'upstander_worker', 'upstander_sealed'].map(
    (name) => `DROP ROLE IF EXISTS ${name}`,
  );
  await run('psql', ['--quiet', server, ...[...databases, ...roles].flatMap((statement) => ['--command', statement])]);
}

export function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
