import { readFileSync } from 'node:fs';

/**
 * States, counties and ZIP codes of the United States, packed by tools/places/print-us-places.mjs. A bundle carries them
 * inside: tools/build-node-app.mjs writes them in the place of this module.
 */
export const usPlacesFile: Buffer = readFileSync(new URL('us-places.txt.br', import.meta.url));
