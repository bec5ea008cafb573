/** Of the cookies an answer of the API sets, those a page may hand on: the session's own, and no other. */
export function sessionCookies(setCookie: readonly string[]): string[] {
  return setCookie.filter((header) => /^(?:__Host-)?session=/.test(header));
}
