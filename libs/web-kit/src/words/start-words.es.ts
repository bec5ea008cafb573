import type { StartCatalogue } from './catalogue.js';
import { refusals } from './refusals.es.generated.js';
import { start } from './start.es.generated.js';

/** What the page to sign in says in this language, without the words of the screens behind it. */
export const words: StartCatalogue = { refusals, admin: start };
