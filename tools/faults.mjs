/**
 * `npm run faults [-- jest arguments]`: what takes too long for every change. Processes are killed, lines are cut, and
 * ten thousand tellings of a webhook history (500 in npm test) must all give the same books. Like npm test otherwise.
 */
process.env.FAULTS = 'full';
process.argv.splice(2, 0, 'tests/faults', 'tests/stories/webhook-history', '--runInBand');
await import('./test.mjs');
