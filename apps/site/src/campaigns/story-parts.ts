/** Paragraphs that are shown at once; a longer story folds the others. */
const openBlocks = 2;
const shortStory = 600;

/**
 * Splits sanitized HTML of a story after its first paragraphs.
 * @returns the second part as an empty text if the story is short or doesn't start with paragraphs.
 */
export function storyParts(html: string): readonly [start: string, rest: string] {
  if (html.length <= shortStory) return [html, ''];
  const start = new RegExp(`^\\s*(?:<p>(?:(?!</p>)[^])*</p>\\s*){${openBlocks}}`).exec(html)?.[0];
  return start === undefined || start.length === html.length ? [html, ''] : [start, html.slice(start.length)];
}
