import { ownPath } from './own-path';

/** The API names its files by a whole address of this site or by a path; a page links to the path. */
export function ownFile(url: string | null | undefined): string | undefined {
  const path = typeof url === 'string' && /^https?:/.test(url) && URL.canParse(url) ? new URL(url).pathname : url;
  return ownPath(path);
}
