/** Collapses whitespace, so that the text fits in a subject line. */
export function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
