import type { Catalog } from './catalog.js';
import { enums } from './enums.en.generated.js';
import { frame } from './frame.en.generated.js';
import { refusals } from './refusals.en.generated.js';
import { site } from './site.en.generated.js';

export const words: Catalog = { frame, site, refusals, enums, content: {}, notTranslated: null };
