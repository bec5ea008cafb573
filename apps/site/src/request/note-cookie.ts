import { cookieOf, dropCookie, setCookie } from './cookies';
import type { SiteContext } from './site-context';

type SealingContext = Pick<SiteContext, 'seal' | 'unseal' | 'publicUrl'>;

/**
 * Keeps a short text between two pages, outside URLs and history, e.g. the address of an email.
 * It's encrypted, so that no one can read it in the browser's storage. The quick exit deletes it.
 */
export class NoteCookie {
  constructor(
    private readonly name: 'code-for' | 'mailed-to',
    private readonly seconds: number,
  ) {}

  headerFor(text: string, context: SealingContext): string {
    return setCookie(context.publicUrl, this.name, context.seal(this.name, text), this.seconds);
  }

  deletionHeader(publicUrl: string): string {
    return dropCookie(publicUrl, this.name);
  }

  read(request: Request, context: SealingContext): string {
    return (context.unseal(this.name, cookieOf(request, this.name)) ?? '').slice(0, 320);
  }
}
