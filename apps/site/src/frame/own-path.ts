/** A file from another host would tell that host who looks at this page, so only paths on our own are shown. */
export function ownPath(path: string | null | undefined): string | undefined {
  return typeof path === 'string' && /^\/(?!\/)[^\s\\]*$/.test(path) ? path : undefined;
}
