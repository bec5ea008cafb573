import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm run bench -- <name> [--small] [--json]` runs a benchmark of the production build (tests/bench/<name>.bench.ts).
 * `npm run bench -- --small` runs all of them at a small size, to check that they still work.
 */
checkNode();
ensureInstalled();
const { runBench } = await import('./lib/bench.mjs');
process.exit(await runBench(process.argv.slice(2)));
