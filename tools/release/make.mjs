import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApps } from '../lib/build.mjs';
import { root } from '../lib/paths.mjs';
import { billOf } from './bill.mjs';
import { git, releasedCommit } from './releases.mjs';
import { forgetBuilds, stage } from './stage.mjs';
import { writeTar } from './tar.mjs';

/** Added to the archive if they exist. */
const papers = ['bin', 'LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'schema.graphql', 'docs', 'deploy'];

/**
 * The archive needs only Node to run.
 * @param {{ uncommitted?: boolean, built?: boolean, out?: string }} options `uncommitted`: use the working tree;
 * `built`: use the existing build
 * @returns {Promise<{ archive: string, folder: string, bytes: number, packed: number, packages: number }>}
 */
export async function makeRelease({ uncommitted = false, built = false, out = join(root, 'dist/release') } = {}) {
  const { name, version, license, engines, bin, description } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const { commit, time } = findSource(uncommitted);
  refuseOtherContent(version, commit);
  if (!built) forgetBuilds();
  await buildApps({ fresh: !built });

  const work = mkdtempSync(join(tmpdir(), 'upstander-release-'));
  const called = `${name}-${contentVersion(version, commit, uncommitted)}`;
  const folder = join(out, called);
  try {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const kept = await stage(work, folder);
    for (const paper of papers.filter((path) => existsSync(join(root, path)))) {
      const isPaper = (path) => !path.includes('.vitepress');
      cpSync(join(root, paper), join(folder, paper), { recursive: true, filter: isPaper });
    }
    const manifest = {
      name,
      version,
      description,
      private: true,
      license,
      type: 'module',
      engines,
      ...(bin && { bin }),
    };
    writeJson(join(folder, 'package.json'), manifest);
    writeJson(join(folder, 'release.json'), { version, commit, time: new Date(time * 1000).toISOString() });
    const bill = `${called}.cdx.json`;
    writeJson(join(out, bill), billOf(join(work, 'x64'), { kept, name, version, time }));
    const archive = join(out, `${called}.tar.gz`);
    await writeTar(folder, { to: archive, name: called, time });
    const sums = [`${called}.tar.gz`, bill].map((file) => `${sha256OfFile(join(out, file))}  ${file}\n`);
    writeFileSync(join(out, 'SHA256SUMS'), sums.join(''));
    return { archive, folder, bytes: sizeOf(folder), packed: statSync(archive).size, packages: kept.length };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The commit's time is used for every file. Without Git, `SOURCE_DATE_EPOCH` provides it. */
function findSource(uncommitted) {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const [commit, seconds] = git('log', '-1', '--format=%H %ct')?.split(' ') ?? [];
  const time = Number(epoch ?? seconds);
  if (!Number.isInteger(time) || time < 0)
    throw new Error('Set SOURCE_DATE_EPOCH, because this folder is not a Git checkout.');
  if (!uncommitted && commit && git('status', '--porcelain')) {
    throw new Error('There are uncommitted changes. A release needs a commit (use -- --uncommitted to try it out).');
  }
  return { commit: commit ?? (process.env.COMMIT || null), time };
}

/** Versions between releases name their commit, so that archives with different content never have the same name. */
function contentVersion(version, commit, uncommitted) {
  if (!version.endsWith('-dev')) return version;
  return [version, commit?.slice(0, 9) ?? 'unknown', ...(uncommitted ? ['uncommitted'] : [])].join('.');
}

/** @throws if the version was released from another commit */
function refuseOtherContent(version, commit) {
  if (!existsSync(join(root, `db/releases/${version}.json`))) return;
  const released = releasedCommit(version);
  if (released && commit && released !== commit)
    throw new Error(`${version} was released from ${released}, and this is ${commit}. Check out that commit.`);
}

const writeJson = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

const sha256OfFile = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((bytes, stat) => bytes + (stat.isFile() ? stat.size : 0), 0);
}
