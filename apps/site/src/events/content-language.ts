/**
 * The language an organizer's own words are in, where it is certainly not the page's: an event that is in one language
 * only, and that is another. Screen readers then read it with the right voice (WCAG 2.2 3.1.2).
 */
export function contentLanguage(eventLanguages: readonly string[], pageLanguage: string): string | undefined {
  const [only, ...more] = eventLanguages;
  return only !== undefined && more.length === 0 && only !== pageLanguage ? only : undefined;
}
