import { parsedUrl } from '../request/parsed-url';
import { ownPath } from './own-path';

export function ownFile(url: string | null | undefined): string | undefined {
  const parsedAddress = typeof url === 'string' && /^https?:/.test(url) ? parsedUrl(url) : null;
  return ownPath(parsedAddress ? parsedAddress.pathname : url);
}
