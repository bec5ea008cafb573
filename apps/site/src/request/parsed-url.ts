/** Avoids `URL.canParse`: in Node 20 its compiled version, used after some thousand calls, rejects accented letters. */
export function parsedUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** Only our own pictures are shown, because another host would learn who visits the page. */
export function ownImage(url: string | null, publicUrl: string): string | undefined {
  const parsedAddress = url === null ? null : parsedUrl(url, publicUrl);
  return parsedAddress?.origin === new URL(publicUrl).origin ? parsedAddress.href : undefined;
}
