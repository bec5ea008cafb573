import { NoteCookie } from '../request/note-cookie';
import type { SiteContext } from '../request/site-context';

const codeFor = new NoteCookie('code-for', 15 * 60);

export function rememberCodeAddress(email: string, context: SiteContext): string {
  return codeFor.headerFor(email, context);
}

export function clearStoredAddress(publicUrl: string): string {
  return codeFor.deletionHeader(publicUrl);
}

export function readStoredAddress(request: Request, context: SiteContext): string {
  return codeFor.read(request, context);
}
