import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm run mutation [-- group …]` runs mutation tests on the code that handles money: applies small changes one at a
 * time and counts how many the tests detect. tools/mutation/groups.mjs lists the code and its tests.
 */
checkNode();
ensureInstalled();
const { ensureGenerated } = await import('./lib/generate.mjs');
await ensureGenerated();
const { runMutation } = await import('./mutation/run-mutation.mjs');
process.exit(await runMutation(process.argv.slice(2)));
