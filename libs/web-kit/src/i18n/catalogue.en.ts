import { admin } from './admin.en.js';
import { enums } from './enums.en.js';
import { frame } from './frame.en.js';
import { refusals } from './refusals.en.js';
import { site } from './site.en.js';

/** Everything the product says, by area. English is the shape; every other language is checked against it. */
export const en = { frame, site, refusals, enums, admin };
