import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

/**
 * Production dependencies need a license that requires at most keeping its text, which `npm run release` does.
 * Development dependencies aren't distributed.
 */
const allowedLicenses = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Unlicense',
  // Fonts, which are not sold separately.
  'OFL-1.1',
  // libvips, used by sharp: a separate library, loaded unmodified.
  'LGPL-3.0-or-later',
  // ical.js: file-level copyleft, and we change none of its files.
  'MPL-2.0',
]);

/** Determined manually, because package.json has none. `reads` must match one of the package's files. */
const licensesReadByHand = {
  'dejavu-fonts-ttf': { license: 'Bitstream-Vera', reads: /Bitstream Vera Fonts Copyright/ },
  'png-js': { license: 'MIT', reads: /^MIT License/ },
};

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const shippedPackages = Object.entries(packages).filter(
  ([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link,
);
const complaints = shippedPackages.flatMap(([path, { license, version }]) => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const known = licensesReadByHand[name];
  if (known)
    return fileIncludes(path, known.reads) ? [] : [`${name} ${version}: its files no longer contain ${known.license}.`];
  return license && isAllowed(license) ? [] : [`${name} ${version}: ${license ?? 'no license'}`];
});
if (complaints.length > 0) {
  console.error(`Incompatible licenses (tools/checks/licenses.mjs):\n${complaints.join('\n')}`);
  process.exit(1);
}
console.log(`${shippedPackages.length} production dependencies with compatible licenses.`);

/** Accepts an SPDX expression if any side of "OR" or all sides of "AND" are allowed. */
function isAllowed(expression) {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(bare)) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((one) => allowedLicenses.has(one.trim()));
}

/** True if a license or readme file matches. Packages for other platforms aren't installed here and are skipped. */
function fileIncludes(path, words) {
  const folder = join(root, path);
  if (!existsSync(folder)) return true;
  return readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|readme|copying)/i.test(file))
    .some((file) => words.test(readFileSync(join(folder, file), 'utf8')));
}
