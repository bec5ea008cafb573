/** Avoids `URL.canParse`: in Node 20 its compiled version, used after some thousand calls, rejects accented letters. */
export function parsedUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
