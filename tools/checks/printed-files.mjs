import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/paths.mjs';

/**
 * `node tools/checks/printed-files.mjs <printer…>` compares files that are printed from the code with the code. One
 * process loads the libraries once for all of them.
 */
const printers = process.argv.splice(2);
process.argv.push('--check');
for (const printer of printers) await import(pathToFileURL(join(root, printer)).href);
