import type { Catalog } from './catalog.js';
import { enums } from './enums.es.generated.js';
import { frame } from './frame.es.generated.js';
import { refusals } from './refusals.es.generated.js';
import { site } from './site.es.generated.js';

export const words: Catalog = { frame, site, refusals, enums, content: {}, notTranslated: null };
