import { NoteCookie } from '../request/note-cookie';
import type { SiteContext } from '../request/site-context';

const codeFor = new NoteCookie('code-for', 15 * 60);

/** Keeps the address a code was sent to from one page to the next. */
export function keepAddress(email: string, context: SiteContext): string {
  return codeFor.keep(email, context);
}

export function forgetAddress(publicUrl: string): string {
  return codeFor.forget(publicUrl);
}

/** The address a code was sent to from this browser, or an empty text. */
export function keptAddress(request: Request, context: SiteContext): string {
  return codeFor.kept(request, context);
}
