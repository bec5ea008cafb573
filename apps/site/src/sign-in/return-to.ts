/** Where to go on after signing in: a page of this site that knows who is signed in, and never elsewhere; else null. */
export function returnTo(asked: FormDataEntryValue | null): string | null {
  return typeof asked === 'string' &&
    /^\/(?:account(?:\/data|\/courses\/[\w-]+\/[\w-]{46})?|shifts|here\/[\w-]{46}|events\/[\w-]+|business(?:\/[\w-]+)*)$/.test(
      asked,
    )
    ? asked
    : null;
}

/** The sign-in page, or another of its pages, that leads on to this address; without one, to the home of who comes. */
export function signInPath(to: string | null, page = '/sign-in'): string {
  const path = returnTo(to);
  return path === null ? page : `${page}?to=${encodeURIComponent(path)}`;
}
