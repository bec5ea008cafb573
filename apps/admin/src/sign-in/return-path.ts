/** Accepts only paths of this app. */
export function returnPath(to: string | null): string {
  if (to === null || !to.startsWith('/') || to.startsWith('//') || to.includes('\\')) return '/';
  return to.startsWith('/sign-in') ? '/' : to;
}
