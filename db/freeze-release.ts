/**
 * Run by `npm run release:freeze` and `npm version`. Writes db/releases/<version>.json, the contents of the release of
 * package.json's version. Refuses to overwrite a release that is tagged.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { faultsOfReleases } from './frozen-migrations.js';
import { manifestOfNow, manifests, releasesFolder } from './release-manifest.js';

const now = manifestOfNow();
const earlierManifests = manifests().filter(({ version }) => version !== now.version);
const faults = faultsOfReleases(earlierManifests, now, []);
if (isTagged(now.version))
  faults.unshift(`v${now.version} is already released. Start the next version with \`npm version\`.`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
mkdirSync(releasesFolder, { recursive: true });
writeFileSync(new URL(`${now.version}.json`, releasesFolder), `${JSON.stringify(now, null, 2)}\n`);
const count = Object.values(now.migrations).flat().length;
console.log(`db/releases/${now.version}.json: ${count} migrations are now frozen.`);

function isTagged(version: string): boolean {
  try {
    return execFileSync('git', ['tag', '--list', `v${version}`], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false; // Not a Git clone, so no tags exist.
  }
}
