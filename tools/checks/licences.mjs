import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

/**
 * Every library of production is under a licence that goes with ours (MIT) and asks nothing of those who run this but to leave its
 * text where it is; `npm run release` does. What only builds and tests is not handed on, and not asked.
 */
const allowed = new Set([
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
  // Fonts, which are not sold on their own.
  'OFL-1.1',
  // A library of its own, loaded as it is and never changed: libvips, which sharp draws with.
  'LGPL-3.0-or-later',
  // File by file, and we change none of its files: ical.js.
  'MPL-2.0',
]);

/** What its package does not say, read in its files; `reads` must stand in one of them. */
const readByHand = {
  'dejavu-fonts-ttf': { licence: 'Bitstream-Vera', reads: /Bitstream Vera Fonts Copyright/ },
  'png-js': { licence: 'MIT', reads: /^MIT License/ },
};

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const ours = Object.entries(packages).filter(
  ([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link,
);
const complaints = ours.flatMap(([path, { license, version }]) => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const known = readByHand[name];
  if (known) return says(path, known.reads) ? [] : [`${name} ${version}: its files no longer say ${known.licence}.`];
  return license && goes(license) ? [] : [`${name} ${version}: ${license ?? 'no licence'}`];
});
if (complaints.length > 0) {
  console.error(`Not under a licence that goes with ours (tools/checks/licences.mjs):\n${complaints.join('\n')}`);
  process.exit(1);
}
console.log(`${ours.length} libraries of production, each under a licence that goes with ours.`);

/** An expression of SPDX: of "OR" one side is enough, of "AND" both are needed. */
function goes(expression) {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(bare)) return bare.split(' OR ').some(goes);
  return bare.split(' AND ').every((one) => allowed.has(one.trim()));
}

/** Whether a licence or readme of an installed package says so; one for another machine is not here, and was read where it is. */
function says(path, words) {
  const folder = join(root, path);
  if (!existsSync(folder)) return true;
  return readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|readme|copying)/i.test(file))
    .some((file) => words.test(readFileSync(join(folder, file), 'utf8')));
}
