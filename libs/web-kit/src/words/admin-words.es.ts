import type { ShellCatalog } from './catalog.js';
import { enums } from './enums.es.generated.js';
import { refusals } from './refusals.es.generated.js';
import { shell } from './shell.es.generated.js';
import { start } from './start.es.generated.js';

export const words: ShellCatalog = { refusals, enums, admin: { ...start, ...shell } };
