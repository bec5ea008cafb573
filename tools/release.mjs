import { parseArgs } from 'node:util';
import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm run release [-- --uncommitted]`: dist/release/upstander-<version>.tar.gz, which starts with nothing but Node, with its
 * bill of materials and the sums of both. The same commit and the same Node make the same bytes (docs/decisions/one-archive.md).
 * To try one out: `--uncommitted` takes the folder as it is, `--built` what is built already, `--out` puts it elsewhere.
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
