import type { Config } from '@upstander/platform';

/** A cookie no script and no other site can use. `__Host-` ties it to this very host, and browsers want TLS for that. */
export class HostCookie {
  private readonly name: string;
  private readonly attributes: string;

  constructor(name: string, config: Pick<Config, 'secure'>) {
    this.name = config.secure ? `__Host-${name}` : name;
    this.attributes = `Path=/; HttpOnly; SameSite=Lax${config.secure ? '; Secure' : ''}`;
  }

  /** The value in a Cookie header, or null. */
  readToken(header: string | undefined): string | null {
    if (!header) return null;
    for (const pair of header.split(';')) {
      const at = pair.indexOf('=');
      if (at > 0 && pair.slice(0, at).trim() === this.name) return pair.slice(at + 1).trim() || null;
    }
    return null;
  }

  /** The Set-Cookie header that keeps a value for so many seconds. */
  keep(value: string, seconds: number): string {
    return `${this.name}=${value}; Max-Age=${seconds}; ${this.attributes}`;
  }

  /** The Set-Cookie header that forgets it. */
  forget(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes}`;
  }
}
