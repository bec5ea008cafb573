/** Without the query. Tokens in cookies never appear in the path. */
export function pathOfPage(request: { url: string }): string {
  return new URL(request.url).pathname;
}

/** Returns true if a path belongs to a personal link, with a name in place of its token. */
export function isBehindLink(path: string): boolean {
  return /\/(?:\d{4}-)?~(?:[\w-]{12}|~[\w-]{60,200})(?:\.pdf|\.ics|\.zip)?(?:\?|$)/.test(path);
}
