import { checkNode, ensureInstalled } from './lib/install.mjs';

/** `npm run generate` writes the generated files that are not in Git: texts, field limits and API types. */
checkNode();
ensureInstalled();
const { ensureGenerated } = await import('./lib/generate.mjs');
await ensureGenerated();
