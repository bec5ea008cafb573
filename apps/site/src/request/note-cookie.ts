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
    return this.header(encodeURIComponent(text), this.seconds, publicUrl);
  }

  forget(publicUrl: string): string {
    return this.header('', 0, publicUrl);
  }

  /** What was kept by this browser, or an empty text. */
  kept(request: Request): string {
    const kept = new RegExp(`(?:^|;\\s*)${this.name}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
    try {
      return decodeURIComponent(kept ?? '').slice(0, 320);
    } catch {
      return '';
    }
  }

  private header(value: string, seconds: number, publicUrl: string): string {
    const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
    return `${this.name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
  }
}
