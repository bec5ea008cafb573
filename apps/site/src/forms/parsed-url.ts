/**
 * The address as URL has it, or null where it is none; `base` completes a relative one. Not by `URL.canParse`: in Node 20
 * the compiled form of that, which takes over after some thousand calls, refuses whatever has an accented letter.
 */
export function parsedUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
