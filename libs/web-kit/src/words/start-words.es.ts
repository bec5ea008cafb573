import type { StartCatalog } from './catalog.js';
import { refusals } from './refusals.es.generated.js';
import { start } from './start.es.generated.js';

/** Spanish texts of the sign-in page only. */
export const words: StartCatalog = { refusals, admin: start };
