import type { ShellCatalogue } from './catalogue.js';
import { enums } from './enums.en.generated.js';
import { refusals } from './refusals.en.generated.js';
import { start } from './start.en.generated.js';

/** English texts of every admin screen. `admin-areas` loads those of each area. */
export const words: ShellCatalogue = { refusals, enums, admin: start };
