import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm start [-- --empty]`: the whole product on this machine, with nothing but Node. Settings of the product that are
 * in the environment (docs/configuration.md) win over the ones made up here.
 */
checkNode();
ensureInstalled();
const { start } = await import('./lib/start.mjs');
await start({ empty: process.argv.includes('--empty') });
