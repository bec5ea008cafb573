import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../lib/paths.mjs';

/** Each SQL function must name the file that calls it or reports its errors, and that file must name the function. */
const folder = join(root, 'db/functions');
const complaints = [];
for (const library of readdirSync(folder)) {
  for (const file of readdirSync(join(folder, library), { recursive: true }).filter((path) => path.endsWith('.sql'))) {
    const text = readFileSync(join(folder, library, file), 'utf8');
    const rule = basename(file, '.sql');
    const named = text.slice(0, text.indexOf('CREATE')).match(/\b(apps|libs|db)\/[\w./-]+\.(ts|sql)\b/g) ?? [];
    for (const other of named) {
      if (!existsSync(join(root, other))) complaints.push(`${library}/${file} names ${other}, which does not exist.`);
      else if (!new RegExp(`(?<!\\w)${rule}\\b`).test(readFileSync(join(root, other), 'utf8'))) {
        complaints.push(`${other} does not name ${library}.${rule}, which names it.`);
      }
    }
    if (named.length === 0 && !text.includes('CREATE OR REPLACE TRIGGER') && !text.includes('CONSTRAINT TRIGGER')) {
      complaints.push(`${library}/${file} is not used by a trigger and does not name its caller.`);
    }
  }
}
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log('SQL functions and their callers name each other.');
