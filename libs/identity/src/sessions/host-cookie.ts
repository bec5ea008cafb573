import type { Config } from '@upstander/platform';

/** Unreadable for scripts and other sites. The `__Host-` prefix binds the cookie to this host and requires TLS. */
export class HostCookie {
  private readonly name: string;
  private readonly attributes: string;

  constructor(name: string, config: Pick<Config, 'isSecure'>) {
    this.name = config.isSecure ? `__Host-${name}` : name;
    this.attributes = `Path=/; HttpOnly; SameSite=Lax${config.isSecure ? '; Secure' : ''}`;
  }

  readToken(header: string | undefined): string | null {
    if (!header) return null;
    for (const pair of header.split(';')) {
      const at = pair.indexOf('=');
      if (at > 0 && pair.slice(0, at).trim() === this.name) return pair.slice(at + 1).trim() || null;
    }
    return null;
  }

  createCookie(value: string, seconds: number): string {
    return `${this.name}=${value}; Max-Age=${seconds}; ${this.attributes}`;
  }

  clearCookie(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes}`;
  }
}
