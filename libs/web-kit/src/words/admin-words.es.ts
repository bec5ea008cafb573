import { admin } from './admin.es.generated.js';
import type { AdminCatalogue } from './catalogue.js';
import { enums } from './enums.es.generated.js';
import { frame } from './frame.es.generated.js';
import { refusals } from './refusals.es.generated.js';
import { start } from './start.es.generated.js';

/** What the admin says in this language, as a part of its own that a browser loads when it is wanted. */
export const words: AdminCatalogue = { frame, refusals, enums, admin: { ...start, ...admin } };
