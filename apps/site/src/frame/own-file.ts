import { parsedUrl } from '../forms/parsed-url';
import { ownPath } from './own-path';

/** The API names its files by a whole address of this site or by a path; a page links to the path. */
export function ownFile(url: string | null | undefined): string | undefined {
  const whole = typeof url === 'string' && /^https?:/.test(url) ? parsedUrl(url) : null;
  return ownPath(whole ? whole.pathname : url);
}
