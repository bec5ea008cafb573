/** Paragraphs that are shown at once; a longer story folds the others. */
const openParagraphs = 2;
const shortStory = 600;

/**
 * Splits sanitized HTML of a story after its first paragraphs.
 * @returns the second part as an empty text if the story is short or doesn't start with paragraphs.
 */
export function storyParts(html: string): readonly [start: string, rest: string] {
  if (html.length <= shortStory) return [html, ''];
  const paragraphs =
    /^(?:\s*<p>(?:(?!<\/p>)[^])*<\/p>\s*)+/.exec(html)?.[0].match(/<p>(?:(?!<\/p>)[^])*<\/p>\s*/g) ?? [];
  // A bold line at the end introduces what follows.
  const start = paragraphs
    .slice(0, openParagraphs)
    .join('')
    .replace(/<p><strong>[^<]*<\/strong><\/p>\s*$/, '');
  return start === '' || start.length === html.length ? [html, ''] : [start, html.slice(start.length)];
}
