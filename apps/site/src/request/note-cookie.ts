import { cookieOf, dropCookie, setCookie } from './cookies';

/**
 * A short text kept from one page to the next, such as the address a mail went to: it belongs in no URL, and in no
 * history. The way out forgets it with everything else.
 */
export class NoteCookie {
  constructor(
    private readonly name: 'code-for' | 'mailed-to',
    private readonly seconds: number,
  ) {}

  /** The Set-Cookie header that keeps it. */
  keep(text: string, publicUrl: string): string {
    return setCookie(publicUrl, this.name, text, this.seconds);
  }

  forget(publicUrl: string): string {
    return dropCookie(publicUrl, this.name);
  }

  /** What was kept by this browser, or an empty text. */
  kept(request: Request): string {
    return cookieOf(request, this.name).slice(0, 320);
  }
}
