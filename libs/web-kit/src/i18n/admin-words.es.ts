import { admin } from './admin.es.js';
import { enums } from './enums.es.js';
import { frame } from './frame.es.js';
import type { AdminCatalogue } from './locale.js';
import { refusals } from './refusals.es.js';

/** What the admin says in this language, as a part of its own that a browser loads when it is wanted. */
export const words: AdminCatalogue = { frame, refusals, enums, admin };
