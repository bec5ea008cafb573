import type { Width } from './chromium.js';
import { takesScreenshots } from './screenshots.js';

export interface Appearance {
  locale: 'en-US' | 'es-US';
  width: Width;
  dark?: boolean;
}

const english: Appearance[] = [
  { locale: 'en-US', width: 'phone' },
  { locale: 'en-US', width: 'desktop' },
];

/**
 * Each language and width occurs once, because all four combinations take minutes. Spanish, with longer words, is used
 * where layouts break first: on phones on the site (in dark mode), and on desktop tables in the admin. Screenshots for
 * the guides are in English, so `SCREENSHOTS=1` checks all combinations.
 */
export const siteAppearances: Appearance[] = [
  { locale: 'es-US', width: 'phone', dark: true },
  ...(takesScreenshots ? english : english.slice(1)),
];
export const adminAppearances: Appearance[] = [
  { locale: 'es-US', width: 'desktop' },
  ...(takesScreenshots ? english : english.slice(0, 1)),
];
