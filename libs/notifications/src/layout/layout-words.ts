import type { LocaleName } from '@upstander/identity';
import { layoutEn, type LayoutWords } from './layout.en.js';
import { layoutEs } from './layout.es.js';

export const layoutWords: Record<LocaleName, LayoutWords> = { en: layoutEn, es: layoutEs };
