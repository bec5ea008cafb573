import { admin } from './admin.es.js';
import type { en } from './catalogue.en.js';
import { enums } from './enums.es.js';
import { frame } from './frame.es.js';
import { refusals } from './refusals.es.js';
import { site } from './site.es.js';

export const es: typeof en = { frame, site, refusals, enums, admin };
