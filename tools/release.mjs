import { parseArgs } from 'node:util';
import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm run release [-- --uncommitted]` creates dist/release/upstander-<version>.tar.gz with its SBOM and the checksums
 * of both. The same commit and Node version produce identical bytes (docs/decisions/release-archive.md). `--uncommitted`
 * uses the working tree, `--built` the existing build, `--out` another output folder.
 */
checkNode();
ensureInstalled();
const { makeRelease } = await import('./release/make.mjs');
try {
  const { values } = parseArgs({
    options: { uncommitted: { type: 'boolean' }, built: { type: 'boolean' }, out: { type: 'string' } },
  });
  const { archive, bytes, packed, packages } = await makeRelease(values);
  const mb = (size) => `${(size / 1e6).toFixed(1)} MB`;
  console.log(`${archive}: ${mb(packed)}, unpacked ${mb(bytes)}, with ${packages} packages.`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
