import { start } from './admin-start.en.js';
import type { StartCatalogue } from './locale.js';
import { refusals } from './refusals.en.js';

/** What the page to sign in says in this language, without the words of the screens behind it. */
export const words: StartCatalogue = { refusals, admin: start };
