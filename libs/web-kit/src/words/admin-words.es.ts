import type { ShellCatalogue } from './catalogue.js';
import { enums } from './enums.es.generated.js';
import { refusals } from './refusals.es.generated.js';
import { start } from './start.es.generated.js';

/** What every screen of the admin says in this language; the words of each area come by \`admin-areas\`. */
export const words: ShellCatalogue = { refusals, enums, admin: start };
