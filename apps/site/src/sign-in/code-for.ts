import { NoteCookie } from '../request/note-cookie';
import type { SiteContext } from '../request/site-context';

const codeFor = new NoteCookie('code-for', 15 * 60);

/** Keeps the address a code was sent to until the next page. */
export function rememberCodeAddress(email: string, context: SiteContext): string {
  return codeFor.keep(email, context);
}

export function forgetAddress(publicUrl: string): string {
  return codeFor.forget(publicUrl);
}

/** Returns the address to which this browser requested a code, or an empty string. */
export function keptAddress(request: Request, context: SiteContext): string {
  return codeFor.kept(request, context);
}
