/**
 * `npm run faults [-- part of a name …]`: what takes too long for every change. Processes are killed, lines are cut, and
 * ten thousand tellings of a webhook history (500 in npm test) must all give the same books. Like npm test otherwise.
 */
process.env.FAULTS = 'full';
const asked = process.argv.slice(2);
const parts = asked.filter((one) => !one.startsWith('-'));
const options = asked.filter((one) => one.startsWith('-'));
const files =
  parts.length > 0
    ? parts.map((part) => `tests/(?:faults|stories)/[^/]*${part}`)
    : ['tests/faults', 'tests/stories/webhook-history'];
process.argv.splice(2, Infinity, ...files, '--runInBand', ...options);
await import('./test.mjs');
