import type { Width } from './chromium.js';

export interface Look {
  locale: 'en-US' | 'es-US';
  width: Width;
  dark?: boolean;
}

const english: Look[] = [
  { locale: 'en-US', width: 'phone' },
  { locale: 'en-US', width: 'desktop' },
];

/**
 * How every page is looked at: each language and each width once, because a browser takes minutes for all four. Spanish,
 * with its longer words, stands where it breaks first: on the site on a phone, and there in the dark, in the admin in the tables of a desktop.
 * The pictures of the guides are English, so `SCREENSHOTS=1` looks at all of that.
 */
const pictured = process.env['SCREENSHOTS'] === '1';
export const siteLooks: Look[] = [
  { locale: 'es-US', width: 'phone', dark: true },
  ...(pictured ? english : english.slice(1)),
];
export const adminLooks: Look[] = [
  { locale: 'es-US', width: 'desktop' },
  ...(pictured ? english : english.slice(0, 1)),
];
