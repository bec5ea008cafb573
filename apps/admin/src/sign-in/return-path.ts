/** Where to go after signing in: only ever a path of this app, whatever the address says. */
export function returnPath(to: string | null): string {
  if (to === null || !to.startsWith('/') || to.startsWith('//') || to.includes('\\')) return '/';
  return to.startsWith('/sign-in') ? '/' : to;
}
