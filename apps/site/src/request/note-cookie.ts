import { cookieOf, dropCookie, setCookie } from './cookies';
import type { SiteContext } from './site-context';

type Sealing = Pick<SiteContext, 'seal' | 'unseal' | 'publicUrl'>;

/**
 * A short text kept from one page to the next, such as the address a mail went to: it belongs in no URL, and in no
 * history. It is sealed: whoever looks into the browser's storage reads nothing. The way out forgets it with everything else.
 */
export class NoteCookie {
  constructor(
    private readonly name: 'code-for' | 'mailed-to',
    private readonly seconds: number,
  ) {}

  /** The Set-Cookie header that keeps it. */
  keep(text: string, context: Sealing): string {
    return setCookie(context.publicUrl, this.name, context.seal(this.name, text), this.seconds);
  }

  forget(publicUrl: string): string {
    return dropCookie(publicUrl, this.name);
  }

  /** What was kept by this browser, or an empty text. */
  kept(request: Request, context: Sealing): string {
    return (context.unseal(this.name, cookieOf(request, this.name)) ?? '').slice(0, 320);
  }
}
