import type { ShellCatalogue } from './catalogue.js';
import { enums } from './enums.en.generated.js';
import { refusals } from './refusals.en.generated.js';
import { start } from './start.en.generated.js';

/** What every screen of the admin says in this language; the words of each area come by \`admin-areas\`. */
export const words: ShellCatalogue = { refusals, enums, admin: start };
