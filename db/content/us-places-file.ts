import { readFileSync } from 'node:fs';

/**
 * Packed by tools/places/print-us-places.mjs. For bundles, tools/build-node-app.mjs replaces this module with the data.
 */
export const usPlacesFile: Buffer = readFileSync(new URL('us-places.txt.br', import.meta.url));
