import { NoteCookie } from '../request/note-cookie';

const mailedTo = new NoteCookie('mailed-to', 10 * 60);

/** Keeps the address as it was typed, for the page that says where our mail went. */
export function keepMailedTo(shiftId: string, email: string, publicUrl: string): string {
  return mailedTo.keep(`${shiftId} ${email}`, publicUrl);
}

/** Where the mail about a sign-up for this shift went, if this browser has just made one. */
export function mailedToOf(request: Request, shiftId: string | null): string | null {
  const [shift, email] = mailedTo.kept(request).split(' ');
  return shift === shiftId && email !== undefined && email.includes('@') ? email : null;
}
