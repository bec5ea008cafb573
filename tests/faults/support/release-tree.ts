import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../../..');
const programs = ['api', 'worker', 'site'];

export interface ReleaseTree {
  folder: string;
  version: string;
  remove(): Promise<void>;
}

/** Returns the commit or tag in RELEASE_BEFORE, else the newest tag, else null. */
export async function releaseBefore(): Promise<string | null> {
  const newestRelease = () =>
    run('git', ['describe', '--tags', '--abbrev=0', '--match', 'v*'], { cwd: root }).then(
      ({ stdout }) => stdout.trim(),
      () => null,
    );
  const ref = process.env['RELEASE_BEFORE'] ?? (await newestRelease());
  if (ref === null) return null;
  const { stdout } = await run('git', ['rev-parse', '--verify', `${ref}^{commit}`], { cwd: root });
  return stdout.trim();
}

export async function buildRelease(commit: string): Promise<ReleaseTree> {
  const folder = await mkdtemp(join(tmpdir(), 'upstander-release-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const runInTree = (command: string, args: string[]) =>
    run(command, args, { cwd: folder, maxBuffer: 64e6, env: { ...process.env, NODE_ENV: 'development' } });
  try {
    await runInTree('sh', ['-c', `git -C "${root}" archive ${commit} | tar -x`]);
    // Hard links: our files stay unchanged, and only packages that differ in its lock file are installed.
    await runInTree('cp', ['-al', join(root, 'node_modules'), 'node_modules']).catch(() => undefined);
    await runInTree(process.execPath, [
      '--input-type=module',
      '-e',
      `await import('./tools/lib/install.mjs').then(({ ensureInstalled }) => ensureInstalled())`,
    ]);
    await runInTree('npm', ['run', 'build', ...programs.flatMap((name) => ['--workspace', `apps/${name}`])]);
    const { stdout } = await runInTree(process.execPath, ['-p', `require('./package.json').version`]);
    return { folder, version: stdout.trim(), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
