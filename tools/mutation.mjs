import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm run mutation [-- group …]` applies small changes to the code that handles money, one at a time, and counts how
 * many the tests detect. tools/mutation/groups.mjs lists code and tests.
 */
checkNode();
ensureInstalled();
ensureInstalled('tools/mutation');
const { ensureGenerated } = await import('./lib/generate.mjs');
await ensureGenerated();
const { runMutation } = await import('./mutation/run-mutation.mjs');
process.exit(await runMutation(process.argv.slice(2)));
