/**
 * Returns the language of an event's texts if it certainly differs from the page's.
 * That is the case if the event has only one language, and it's another one. Screen readers then use the right voice
 * (WCAG 2.2 3.1.2).
 */
export function contentLanguage(eventLanguages: readonly string[], pageLanguage: string): string | undefined {
  const [firstLanguage, ...otherLanguages] = eventLanguages;
  return firstLanguage !== undefined && otherLanguages.length === 0 && firstLanguage !== pageLanguage
    ? firstLanguage
    : undefined;
}
