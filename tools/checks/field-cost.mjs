import { execFileSync } from 'node:child_process';
import { root } from '../lib/paths.mjs';

/**
 * Counts the source files that name one sample field in each part of the product, without specs.
 * Above the limit, adding a field takes one more step; see CONTRIBUTING.md, "Add a field".
 */
const markers = [
  { field: 'onlineUrl', of: 'an event', most: 12 },
  { field: 'organizerName', of: 'a campaign', most: 13 },
  { field: 'acceptableRecords', of: 'an opportunity', most: 12 },
];
const apart = /\.spec\.tsx?$/;

const complaints = [];
for (const { field, of, most } of markers) {
  const named = execFileSync('git', ['grep', '-lw', field, '--', 'libs', 'apps', 'db/demo'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file && !apart.test(file));
  console.log(`${field} of ${of} appears in ${named.length} files (at most ${most}):\n  ${named.join('\n  ')}`);
  if (named.length > most) complaints.push(`${field} of ${of} appears in ${named.length} files, more than ${most}.`);
}
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
