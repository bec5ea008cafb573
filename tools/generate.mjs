import { checkNode, ensureInstalled } from './lib/install.mjs';

/** `npm run generate` writes the generated files that are not in Git. */
checkNode();
ensureInstalled();
const { ensureGenerated } = await import('./lib/generate.mjs');
await ensureGenerated();
