import { Config } from '@upstander/platform';
import { Injectable } from '@nestjs/common';

/** The one cookie there is: an opaque token. `__Host-` ties it to this very host, and browsers want TLS for that. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly attributes: string;

  constructor(config: Config) {
    this.name = config.secure ? '__Host-session' : 'session';
    this.attributes = `Path=/; HttpOnly; SameSite=Lax${config.secure ? '; Secure' : ''}`;
  }

  /** The token in a Cookie header, or null. */
  read(header: string | undefined): string | null {
    if (!header) return null;
    for (const pair of header.split(';')) {
      const at = pair.indexOf('=');
      if (at > 0 && pair.slice(0, at).trim() === this.name) return pair.slice(at + 1).trim() || null;
    }
    return null;
  }

  /** The Set-Cookie header that keeps a token for so many seconds. */
  keep(token: string, seconds: number): string {
    return `${this.name}=${token}; Max-Age=${seconds}; ${this.attributes}`;
  }

  /** The Set-Cookie header that forgets it. */
  forget(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes}`;
  }
}
