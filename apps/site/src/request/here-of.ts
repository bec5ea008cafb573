/** The address of a personal page without what it asks: never with its token in it, once that is in a cookie. */
export function hereOf(request: { url: string }): string {
  return new URL(request.url).pathname;
}

/** Whether an address is that of something behind a personal link, with a name in the place of its token. */
export function isBehindLink(path: string): boolean {
  return /\/(?:\d{4}-)?~(?:[\w-]{12}|~[\w-]{60,200})(?:\.pdf|\.ics|\.zip)?(?:\?|$)/.test(path);
}
