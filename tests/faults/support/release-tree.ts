import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { lastRelease, releasedCommit } from './releases.mjs';

const run = promisify(execFile);
const root = resolve(__dirname, '../../..');
const programs = ['api', 'worker', 'site'];

export interface ReleaseTree {
  folder: string;
  version: string;
  remove(): Promise<void>;
}

/**
 * Returns the commit in RELEASE_BEFORE, or that of the newest release in db/releases.
 * @throws if a shallow clone without tags doesn't contain it
 */
export async function releaseBefore(): Promise<string> {
  const chosen = process.env['RELEASE_BEFORE'];
  if (chosen !== undefined) {
    const { stdout } = await run('git', ['rev-parse', '--verify', `${chosen}^{commit}`], { cwd: root });
    return stdout.trim();
  }
  const newest = lastRelease();
  const commit = releasedCommit(newest);
  if (commit === null)
    throw new Error(`This clone doesn't contain release ${newest}. Run “git fetch --unshallow --tags”.`);
  return commit;
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
