import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

/**
 * `npm run faults [-- part of a name …]` runs tests that take too long for every change: killed processes, cut
 * connections, and ten thousand orderings of a webhook history. Files named `*.drill.ts` run only here.
 */
process.env.FAULTS = 'full';
const drills = readdirSync(join(root, 'tests/faults')).filter((name) => name.endsWith('.drill.ts'));
console.log(`Runs only here: ${drills.map((name) => name.replace('.drill.ts', '')).join(', ')}.`);
const requestedFaults = process.argv.slice(2);
const parts = requestedFaults.filter((one) => !one.startsWith('-'));
const options = requestedFaults.filter((one) => one.startsWith('-'));
const files =
  parts.length > 0
    ? parts.map((part) => `tests/(?:faults|stories)/[^/]*${part}`)
    : ['tests/faults', 'tests/stories/webhook-history'];
process.argv.splice(2, Infinity, ...files, '--runInBand', ...options);
await import('./test.mjs');
