import type { StartCatalogue } from './catalogue.js';
import { refusals } from './refusals.es.generated.js';
import { start } from './start.es.generated.js';

/** Spanish texts of the sign-in page only. */
export const words: StartCatalogue = { refusals, admin: start };
