import { parsedUrl } from '../request/parsed-url';
import { ownPath } from './own-path';

/** Converts the URL of a file from the API to its path on this site. */
export function ownFile(url: string | null | undefined): string | undefined {
  const parsedAddress = typeof url === 'string' && /^https?:/.test(url) ? parsedUrl(url) : null;
  return ownPath(parsedAddress ? parsedAddress.pathname : url);
}
