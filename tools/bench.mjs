import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm run bench -- <name> [--small] [--json]`: measures the production build beside its floor (tests/bench/<name>.bench.ts).
 * `npm run bench -- --small` runs all of them at a small size, to show that they still work.
 */
checkNode();
ensureInstalled();
const { runBench } = await import('./lib/bench.mjs');
process.exit(await runBench(process.argv.slice(2)));
