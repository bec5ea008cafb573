import type { ShellCatalogue } from './catalogue.js';
import { enums } from './enums.es.generated.js';
import { refusals } from './refusals.es.generated.js';
import { start } from './start.es.generated.js';

export const words: ShellCatalogue = { refusals, enums, admin: start };
