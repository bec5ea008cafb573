import { admin } from './admin.en.js';
import { enums } from './enums.en.js';
import { frame } from './frame.en.js';
import type { AdminCatalogue } from './locale.js';
import { refusals } from './refusals.en.js';

/** What the admin says in this language, as a part of its own that a browser loads when it is wanted. */
export const words: AdminCatalogue = { frame, refusals, enums, admin };
