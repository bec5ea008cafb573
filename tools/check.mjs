import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm run check [-- part of a name …]`: everything that can be judged without running the product. Two checks run at
 * a time; each is named and timed, and a failed one shows what it printed.
 */
checkNode();
ensureInstalled();
const { ensureGenerated } = await import('./lib/generate.mjs');
await ensureGenerated();
const { runChecks } = await import('./checks/run-checks.mjs');
process.exit(await runChecks(process.argv.slice(2)));
