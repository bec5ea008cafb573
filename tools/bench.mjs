import { checkNode, ensureInstalled } from './lib/install.mjs';

/** `npm run bench -- <name> [--json]`: measures the production build beside its floor (tests/bench/<name>.bench.*). */
checkNode();
ensureInstalled();
const { runBench } = await import('./lib/bench.mjs');
process.exit(await runBench(process.argv.slice(2)));
