import { checkNode, ensureInstalled } from './lib/install.mjs';

/** `npm run generate`: writes the files that are not in Git: the words and limits of the pages, and the types of the API. */
checkNode();
ensureInstalled();
const { ensureGenerated } = await import('./lib/generate.mjs');
await ensureGenerated();
