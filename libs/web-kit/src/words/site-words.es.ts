import type { Catalogue } from './catalogue.js';
import { enums } from './enums.es.generated.js';
import { frame } from './frame.es.generated.js';
import { refusals } from './refusals.es.generated.js';
import { site } from './site.es.generated.js';

export const words: Catalogue = { frame, site, refusals, enums };
