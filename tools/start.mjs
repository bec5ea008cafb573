import { checkNode, ensureInstalled } from './lib/install.mjs';

/**
 * `npm start [-- --empty]` runs the whole product locally.
 * Environment variables (docs/configuration.md) override the defaults.
 */
checkNode();
ensureInstalled();
const { start } = await import('./lib/start.mjs');
await start({ empty: process.argv.includes('--empty') });
