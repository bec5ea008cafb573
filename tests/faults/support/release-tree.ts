import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../../..');
const programs = ['api', 'worker', 'site'];

/** The programs of another release, built from its sources in a folder of their own. */
export interface ReleaseTree {
  folder: string;
  /** What its package.json says. */
  version: string;
  remove(): Promise<void>;
}

/** The release before: what RELEASE_BEFORE names (a tag, a commit), or the newest tag; null where there is neither. */
export async function releaseBefore(): Promise<string | null> {
  const newest = () =>
    run('git', ['describe', '--tags', '--abbrev=0', '--match', 'v*'], { cwd: root }).then(
      ({ stdout }) => stdout.trim(),
      () => null,
    );
  const ref = process.env['RELEASE_BEFORE'] ?? (await newest());
  if (ref === null) return null;
  const { stdout } = await run('git', ['rev-parse', '--verify', `${ref}^{commit}`], { cwd: root });
  return stdout.trim();
}

/** Unpacks a commit, gives it the libraries its lock file names, and builds what a visitor meets. */
export async function buildRelease(commit: string): Promise<ReleaseTree> {
  const folder = await mkdtemp(join(tmpdir(), 'upstander-release-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const within = (command: string, args: string[]) =>
    run(command, args, { cwd: folder, maxBuffer: 64e6, env: { ...process.env, NODE_ENV: 'development' } });
  try {
    await within('sh', ['-c', `git -C "${root}" archive ${commit} | tar -x`]);
    // The same files under other names: nothing of ours is changed, and what its lock file has otherwise is installed anew.
    await within('cp', ['-al', join(root, 'node_modules'), 'node_modules']).catch(() => undefined);
    await within(process.execPath, [
      '--input-type=module',
      '-e',
      `await import('./tools/lib/install.mjs').then(({ ensureInstalled }) => ensureInstalled())`,
    ]);
    await within('npm', ['run', 'build', ...programs.flatMap((name) => ['--workspace', `apps/${name}`])]);
    const { stdout } = await within(process.execPath, ['-p', `require('./package.json').version`]);
    return { folder, version: stdout.trim(), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
