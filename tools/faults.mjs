import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

/**
 * `npm run faults [-- part of a name …]`: what takes too long for every change. Processes are killed, lines are cut, and
 * ten thousand tellings of a webhook history must all give the same books; npm test has fewer of them. The files that are
 * named `*.drill.ts` are tried here alone. Like npm test otherwise.
 */
process.env.FAULTS = 'full';
const drills = readdirSync(join(root, 'tests/faults')).filter((name) => name.endsWith('.drill.ts'));
console.log(`Only here: ${drills.map((name) => name.replace('.drill.ts', '')).join(', ')}.`);
const asked = process.argv.slice(2);
const parts = asked.filter((one) => !one.startsWith('-'));
const options = asked.filter((one) => one.startsWith('-'));
const files =
  parts.length > 0
    ? parts.map((part) => `tests/(?:faults|stories)/[^/]*${part}`)
    : ['tests/faults', 'tests/stories/webhook-history'];
process.argv.splice(2, Infinity, ...files, '--runInBand', ...options);
await import('./test.mjs');
