/** Returns only paths on our own site, because another host would learn who visits this page. */
export function ownPath(path: string | null | undefined): string | undefined {
  return typeof path === 'string' && /^\/(?!\/)[^\s\\]*$/.test(path) ? path : undefined;
}
