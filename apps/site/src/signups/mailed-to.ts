import { NoteCookie } from '../request/note-cookie';
import type { SiteContext } from '../request/site-context';

const mailedTo = new NoteCookie('mailed-to', 10 * 60);

/** Keeps the address as it was typed, for the page that says where our mail went. */
export function keepMailedTo(shiftId: string, email: string, context: SiteContext): string {
  return mailedTo.keep(`${shiftId} ${email}`, context);
}

/** Where the mail about a sign-up for this shift went, if this browser has just made one. */
export function mailedToOf(request: Request, context: SiteContext, shiftId: string | null): string | null {
  const [shift, email] = mailedTo.kept(request, context).split(' ');
  return shift === shiftId && email !== undefined && email.includes('@') ? email : null;
}
