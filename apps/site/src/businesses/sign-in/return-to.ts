const home = '/business/home';

/** Where to go on after signing in: a page for businesses on this site, and never elsewhere. */
export function returnTo(asked: FormDataEntryValue | null): string {
  return typeof asked === 'string' && /^\/business(?:\/[\w-]+)*$/.test(asked) ? asked : home;
}

/** The sign-in page that leads on to this address. */
export function signInPath(to: string, page = '/business/sign-in'): string {
  const path = returnTo(to);
  return path === home ? page : `${page}?to=${encodeURIComponent(path)}`;
}
