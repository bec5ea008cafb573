/** Returns null unless it's a page for signed-in users. */
export function returnTo(path: FormDataEntryValue | null): string | null {
  return typeof path === 'string' &&
    /^\/(?:account(?:\/(?:credentials|data|hours|profile)|\/courses\/[\w-]+\/[\w-]{46})?|shifts|here\/[\w-]{46}|events\/[\w-]+|business(?:\/[\w-]+)*)$/.test(
      path,
    )
    ? path
    : null;
}

/** Without `to`, leads to the user's home. */
export function signInPath(to: string | null, page = '/sign-in'): string {
  const path = returnTo(to);
  return path === null ? page : `${page}?to=${encodeURIComponent(path)}`;
}
