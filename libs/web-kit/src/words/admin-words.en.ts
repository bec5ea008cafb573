import type { ShellCatalog } from './catalog.js';
import { enums } from './enums.en.generated.js';
import { refusals } from './refusals.en.generated.js';
import { shell } from './shell.en.generated.js';
import { start } from './start.en.generated.js';

export const words: ShellCatalog = { refusals, enums, admin: { ...start, ...shell } };
