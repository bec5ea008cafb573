import { NoteCookie } from '../request/note-cookie';
import type { SiteContext } from '../request/site-context';

const mailedToCookie = new NoteCookie('mailed-to', 10 * 60);

/** Keeps the address as typed, for the page that shows where our email was sent. */
export function rememberMailedAddress(shiftId: string, email: string, context: SiteContext): string {
  return mailedToCookie.headerFor(`${shiftId} ${email}`, context);
}

/** Returns the address of the email about a sign-up this browser just made for the shift, or null. */
export function readMailedAddress(request: Request, context: SiteContext, shiftId: string | null): string | null {
  const [shift, email] = mailedToCookie.read(request, context).split(' ');
  return shift === shiftId && email !== undefined && email.includes('@') ? email : null;
}
