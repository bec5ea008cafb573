import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm run mutation [-- group …]`: breaks the code that holds money on purpose, one small change at a time, and counts
 * how many of the breaks the tests notice (tools/mutation/groups.mjs says which code, and by which tests).
 */
checkNode();
ensureInstalled();
const { ensureGenerated } = await import('./lib/generate.mjs');
await ensureGenerated();
const { runMutation } = await import('./mutation/run-mutation.mjs');
process.exit(await runMutation(process.argv.slice(2)));
