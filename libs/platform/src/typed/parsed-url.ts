/**
 * `base` completes a relative URL. In Node 20 the optimized version of `URL.canParse`, active after some thousand calls,
 * rejects accented letters.
 */
export function parsedUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
