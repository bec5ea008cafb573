import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optionalFolders } from './lib/install.mjs';
import { root } from './lib/paths.mjs';

/**
 * Writes the SBOM (CycloneDX) of package-lock.json to dist/sbom.cdx.json.
 * Development dependencies are marked `cdx:npm:package:development`. Fails if a package doesn't come from the registry,
 * has no hash, or is deprecated according to the lockfile, also in the optional folders, which are in no release.
 * `--check` writes nothing.
 */
const registry = 'https://registry.npmjs.org/';

const libraries = await librariesIn('.');
const optionalLibraries = (await Promise.all(optionalFolders.map(librariesIn))).flat();
const allLibraries = [...libraries, ...optionalLibraries];
// npm omits the URL of packages from the registry itself (.npmrc).
const unexpectedSources = allLibraries.filter(
  ([, { resolved = registry, integrity = '' }]) => !resolved.startsWith(registry) || !/^sha512-/.test(integrity),
);
if (libraries.length === 0 || unexpectedSources.length > 0) {
  console.error(
    `Not from the registry, or without a hash: ${
      unexpectedSources
        .slice(0, 20)
        .map(([path]) => path)
        .join(', ') || 'everything'
    }`,
  );
  process.exit(1);
}

const deprecatedLibraries = allLibraries.filter(([, { deprecated }]) => deprecated !== undefined);
if (deprecatedLibraries.length > 0) {
  for (const [path, { version: is, deprecated }] of deprecatedLibraries)
    console.error(`Deprecated: ${path} ${is}: ${deprecated}`);
  process.exit(1);
}

const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const bill = JSON.parse(await npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'));
Object.assign(bill.metadata.component, { name, version, type: 'application' });
const listedPackages = new Set(bill.components.map(({ purl }) => decodeURIComponent(purl.split('?')[0])));
const missingLibraries = libraries.filter(([path, { name: alias, version: is }]) => {
  const called = alias ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return !listedPackages.has(`pkg:npm/${called}@${is}`);
});
if (missingLibraries.length > 0) {
  console.error(
    `Missing in the SBOM: ${missingLibraries
      .slice(0, 20)
      .map(([path]) => path)
      .join(', ')}`,
  );
  process.exit(1);
}
if (process.argv.includes('--check')) {
  console.log(`${allLibraries.length} libraries, all from the registry, with a hash, and not deprecated.`);
} else {
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`Wrote dist/sbom.cdx.json: ${bill.components.length} libraries.`);
}

async function librariesIn(folder) {
  const { packages } = JSON.parse(await readFile(join(root, folder, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
}

function npm(...args) {
  const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (part) => (text += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`npm ${args[0]} failed.`))));
  });
}
