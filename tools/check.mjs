import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm run check [-- part of a name …]` runs all static checks, two at a time, and prints the output of failed ones.
 */
checkNode();
ensureInstalled();
const { ensureGenerated } = await import('./lib/generate.mjs');
await ensureGenerated();
const { runChecks } = await import('./checks/run-checks.mjs');
process.exit(await runChecks(process.argv.slice(2)));
