import { admin } from './admin.en.generated.js';
import type { AdminCatalogue } from './catalogue.js';
import { enums } from './enums.en.generated.js';
import { frame } from './frame.en.generated.js';
import { refusals } from './refusals.en.generated.js';
import { start } from './start.en.generated.js';

/** What the admin says in this language, as a part of its own that a browser loads when it is wanted. */
export const words: AdminCatalogue = { frame, refusals, enums, admin: { ...start, ...admin } };
