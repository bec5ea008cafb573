import type { StartCatalog } from './catalog.js';
import { refusals } from './refusals.en.generated.js';
import { start } from './start.en.generated.js';

/** English texts of the sign-in page only. */
export const words: StartCatalog = { refusals, admin: start };
